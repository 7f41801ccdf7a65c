// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.persistence.ContextDatabases;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.transaction.PlatformTransactionManager;

/** Application services of all contexts over their mappers. */
@Import(PersistenceTestApplication.class)
@EnableResilientMethods
@ComponentScan(
        basePackages = "dev.ashlar.*.application",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = {
            @ComponentScan.Filter(
                    type = FilterType.REGEX,
                    pattern = "dev\\.ashlar\\.[a-z]+\\.(?!application\\.[A-Z]).*"),
            @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class)
        })
class ServiceTestApplication {
    /** Refuses transactions that could not run if all contexts that can move had separate databases. */
    @Bean
    ContextDatabases contextDatabases() {
        return new ContextDatabases(Set.of("ai", "operations", "sync"), Set.of("ai"));
    }

    @Bean
    IdSource ids() {
        return IdSource.timeOrdered();
    }

    @Bean
    Announcer announcer(ApplicationEventPublisher publisher, PlatformTransactionManager transactions, JdbcClient jdbc) {
        return new Announcer(publisher, transactions, jdbc);
    }

    @Bean
    SecretSource secrets() {
        return () -> UUID.randomUUID().toString();
    }
}
