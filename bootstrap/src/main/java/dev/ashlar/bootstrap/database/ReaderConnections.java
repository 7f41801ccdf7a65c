// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ashlar.bootstrap.StartRefused;
import dev.ashlar.bootstrap.replica.Replica;
import dev.ashlar.bootstrap.replica.ReplicaPolling;
import dev.ashlar.bootstrap.replica.ReplicaReads;
import dev.ashlar.kernel.persistence.ContextDatabases;
import dev.ashlar.kernel.persistence.ReaderPool;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Configuration of the pool for reads, which is a share of the pool that Spring Boot has made, and of the replica. */
@Configuration(proxyBeanMethods = false)
class ReaderConnections {
    /** Not the default: all that ask for a data source without a name get the writers. */
    @Bean(defaultCandidate = false)
    @ConditionalOnMissingBean(name = "readers")
    DataSource readers(DataSource dataSource, @Value("${ashlar.reader-percent}") int percent) throws SQLException {
        try {
            return ReaderPool.splitFrom(dataSource.unwrap(HikariDataSource.class), percent);
        } catch (IllegalArgumentException unfit) {
            throw new StartRefused(unfit.getMessage() + " See ASHLAR_POOL_SIZE and ashlar.reader-percent.", unfit);
        }
    }

    @Bean
    @ConditionalOnProperty(ConnectionSettings.REPLICA_URL)
    Replica replica(@Qualifier("readers") DataSource readers, Environment environment, MeterRegistry meters)
            throws SQLException {
        var pool = new HikariConfig();
        readers.unwrap(HikariDataSource.class).copyStateTo(pool);
        var replica = ConnectionSettings.ofReplica(environment).orElseThrow();
        pool.setJdbcUrl(replica.url());
        pool.setUsername(replica.user());
        pool.setPassword(replica.password());
        return new Replica(pool, meters);
    }

    @Bean(initMethod = "start")
    @ConditionalOnProperty(ConnectionSettings.REPLICA_URL)
    ReplicaPolling replicaPolling(Replica replica, @Qualifier("readers") DataSource readers) throws SQLException {
        return new ReplicaPolling(replica, readers.unwrap(HikariDataSource.class));
    }

    @Bean
    @ConditionalOnProperty(ConnectionSettings.REPLICA_URL)
    ReplicaReads replicaReads(@Qualifier("readers") DataSource readers, Replica replica, ContextDatabases databases) {
        return new ReplicaReads(readers, replica, databases);
    }

    /** Adds {@link FailoverEviction} to the writers before their first connection, which seals the settings of a pool. */
    @Bean
    static BeanPostProcessor failoverEviction(@Qualifier("readers") ObjectProvider<DataSource> readers) {
        var soon = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (name.equals("dataSource") && bean instanceof HikariDataSource writers) {
                    writers.setExceptionOverride(new FailoverEviction(soon, () -> {
                        evict(writers);
                        readers.ifAvailable(ReaderConnections::evict);
                    }));
                }
                return bean;
            }
        };
    }

    /** Connections in use are closed when they are returned. */
    static void evict(DataSource pool) {
        try {
            var hikari = pool.unwrap(HikariDataSource.class);
            if (hikari.isRunning()) {
                hikari.getHikariPoolMXBean().softEvictConnections();
            }
        } catch (SQLException noPool) {
            throw new IllegalStateException(noPool);
        }
    }
}
