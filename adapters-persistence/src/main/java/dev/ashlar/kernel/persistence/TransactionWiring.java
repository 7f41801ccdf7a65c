// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Configuration of the only transaction manager. */
@Configuration(proxyBeanMethods = false)
class TransactionWiring {
    @Bean
    JdbcTransactionManager transactionManager(DataSource writers, Connections connections) {
        return new ServiceTransactions(writers, connections);
    }
}
