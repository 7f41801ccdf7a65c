// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.web;

import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import dev.ashlar.sync.domain.SyncSource;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Circuit breakers of the catalogues, one for each. */
final class CatalogueBreakers {
    private static final int CALLS = 10;
    private static final int LEAST_CALLS = 5;
    private static final int FAILURE_PERCENT = 50;
    private static final Duration OPEN = Duration.ofMinutes(1);

    private final Map<SyncSource, CircuitBreaker> breakers = new EnumMap<>(SyncSource.class);

    CatalogueBreakers() {
        for (var source : SyncSource.values()) {
            breakers.put(source, CircuitBreaker.of("catalogue", config()));
        }
    }

    CircuitBreaker of(SyncSource source) {
        return Objects.requireNonNull(breakers.get(source));
    }

    private static CircuitBreakerConfig config() {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(CALLS)
                .minimumNumberOfCalls(LEAST_CALLS)
                .failureRateThreshold(FAILURE_PERCENT)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordResult(answer -> answer instanceof NoPage)
                .build();
    }
}
