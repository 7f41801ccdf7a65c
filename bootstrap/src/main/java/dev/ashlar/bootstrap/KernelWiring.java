// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import dev.ashlar.kernel.IdSource;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.resilience.annotation.EnableResilientMethods;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Sources of time and ids, retries of lost races, and methods with a schedule. */
@Configuration(proxyBeanMethods = false)
@EnableResilientMethods
@EnableScheduling
class KernelWiring {
    /** PostgreSQL keeps microseconds: with finer instants a row read back would differ from the one written. */
    @Bean
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean
    IdSource ids() {
        return IdSource.timeOrdered();
    }
}
