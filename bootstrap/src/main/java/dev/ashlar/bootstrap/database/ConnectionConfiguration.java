// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ashlar.bootstrap.StartRefused;
import dev.ashlar.bootstrap.replica.Replica;
import dev.ashlar.bootstrap.replica.ReplicaPolling;
import dev.ashlar.kernel.persistence.Connections;
import dev.ashlar.kernel.persistence.ContextDatabases;
import dev.ashlar.kernel.persistence.Pools;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.function.SingletonSupplier;

/** Configuration of all pools, among which {@link Connections} chooses, and of the replica. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {
    @Bean
    Connections connections(
            DataSource dataSource,
            @Qualifier("readers") DataSource readers,
            ObjectProvider<Replica> replicas,
            ContextDatabases databases,
            ContextPools contexts)
            throws SQLException {
        @Nullable Replica replica = replicas.getIfAvailable();
        return new Connections(
                dataSource.unwrap(HikariDataSource.class),
                readers,
                replica == null ? null : replica::connectionFor,
                databases,
                contexts.all());
    }

    /** Not the default: all that ask for a data source without a name get the writers. */
    @Bean(defaultCandidate = false)
    @ConditionalOnMissingBean(name = "readers")
    DataSource readers(DataSource dataSource, @Value("${ashlar.reader-percent}") int percent) throws SQLException {
        try {
            return Pools.split(dataSource.unwrap(HikariDataSource.class), percent)
                    .readers();
        } catch (IllegalArgumentException unfit) {
            throw new StartRefused(unfit.getMessage() + " See ASHLAR_POOL_SIZE and ashlar.reader-percent.", unfit);
        }
    }

    @Bean
    static WriterPool writerPool(
            ObjectProvider<Connections> connections,
            @Qualifier("readers") ObjectProvider<DataSource> readers,
            ContextDatabases databases) {
        return new WriterPool(SingletonSupplier.of(connections::getObject), readers::getObject, databases);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static ContextDatabases contextDatabases(Environment environment) {
        var moved = ConnectionSettings.ofContexts(environment).keySet();
        return new ContextDatabases(moved, MovableContexts.audited(moved));
    }

    @Bean
    ContextPools contextPools(
            Environment environment, @Value("${ashlar.reader-percent}") int readerPercent, MeterRegistry meters) {
        return ContextPools.of(environment, readerPercent, meters);
    }

    @Bean
    @Conditional(OnContextDatabases.class)
    ContextDatabaseProbe contextDatabaseProbe(ContextPools pools) {
        return new ContextDatabaseProbe(pools);
    }

    @Bean
    @ConditionalOnProperty(ConnectionSettings.REPLICA_URL)
    Replica replica(@Qualifier("readers") DataSource readers, Environment environment, MeterRegistry meters)
            throws SQLException {
        var pool = new HikariConfig();
        readers.unwrap(HikariDataSource.class).copyStateTo(pool);
        ConnectionSettings.ofReplica(environment).orElseThrow().lead(pool);
        return new Replica(pool, meters);
    }

    @Bean(initMethod = "start")
    @ConditionalOnProperty(ConnectionSettings.REPLICA_URL)
    ReplicaPolling replicaPolling(Replica replica, @Qualifier("readers") DataSource readers) throws SQLException {
        return new ReplicaPolling(replica, readers.unwrap(HikariDataSource.class));
    }

    static final class OnContextDatabases implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !ConnectionSettings.ofContexts(context.getEnvironment()).isEmpty();
        }
    }
}
