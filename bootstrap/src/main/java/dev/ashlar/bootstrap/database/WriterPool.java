// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.ashlar.kernel.persistence.Connections;
import dev.ashlar.kernel.persistence.ContextDatabases;
import dev.ashlar.kernel.persistence.Pools;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Changes of the pool that Spring Boot makes for all connections. It gets {@link FailoverEviction} before its first connection, which seals the
 * settings of a pool. Where contexts have separate databases, {@link Connections} is asked for each of its connections; it is behind Spring
 * Boot's lazy connections, which are taken when the first statement has told its context.
 */
final class WriterPool implements BeanPostProcessor, Ordered {
    private static final String NAME = "dataSource";

    private final Supplier<Connections> connections;
    private final Supplier<DataSource> readers;
    private final ContextDatabases databases;

    WriterPool(Supplier<Connections> connections, Supplier<DataSource> readers, ContextDatabases databases) {
        this.connections = connections;
        this.readers = readers;
        this.databases = databases;
    }

    @Override
    public int getOrder() {
        return -1; // that of Spring Boot's lazy connections is 0
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (name.equals(NAME) && bean instanceof HikariDataSource writers) {
            writers.setExceptionOverride(new FailoverEviction(() -> evict(writers)));
        }
        return bean;
    }

    private void evict(HikariDataSource writers) {
        try {
            new Pools(writers, readers.get().unwrap(HikariDataSource.class)).evict();
        } catch (SQLException noPool) {
            throw new IllegalStateException(noPool);
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return name.equals(NAME) && bean instanceof HikariDataSource writers && databases.areSeveral()
                ? new Chosen(writers)
                : bean;
    }

    private final class Chosen extends DelegatingDataSource {
        Chosen(DataSource common) {
            super(common);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return connections.get().toWrite();
        }
    }
}
