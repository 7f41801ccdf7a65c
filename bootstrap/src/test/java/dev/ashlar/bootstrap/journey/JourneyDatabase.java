package dev.ashlar.bootstrap.journey;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The application's data source, turned to another database for each journey. */
@TestConfiguration(proxyBeanMethods = false)
class JourneyDatabase {
    @Bean
    FreshDatabase.Switch dataSource() {
        return new FreshDatabase.Switch();
    }
}
