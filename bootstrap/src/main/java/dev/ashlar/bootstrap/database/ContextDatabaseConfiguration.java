// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import dev.ashlar.kernel.persistence.ContextDatabases;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;

/** Configuration of the separate databases of contexts. */
@Configuration(proxyBeanMethods = false)
class ContextDatabaseConfiguration {
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ContextDatabases contextDatabases(Environment environment) {
        return new ContextDatabases(ContextUrls.of(environment).keySet());
    }

    @Bean
    static ContextPools contextPools(
            ContextDatabases databases, Environment environment, @Value("${ashlar.reader-percent}") int readerPercent) {
        return new ContextPools(databases, ContextUrls.of(environment), readerPercent);
    }
}
