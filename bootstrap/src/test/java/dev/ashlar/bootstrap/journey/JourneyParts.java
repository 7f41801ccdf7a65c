// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Parts of a journey that production has not. */
@TestConfiguration(proxyBeanMethods = false)
class JourneyParts {
    /** A journey that is about the time of passwords sets it to false. */
    static final String QUICK_PASSWORDS = "journey.quick-passwords";

    /** The data source, turned to another database for each journey. */
    @Bean
    FreshDatabase.Switch dataSource() {
        return new FreshDatabase.Switch();
    }

    @Bean(defaultCandidate = false)
    DataSource readers(FreshDatabase.Switch database) {
        return database.readers();
    }

    @Bean
    @Primary
    @ConditionalOnProperty(name = QUICK_PASSWORDS, matchIfMissing = true)
    QuickPasswords quickPasswords() {
        return new QuickPasswords();
    }
}
