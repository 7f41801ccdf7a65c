// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ashlar.ai.domain.AiProviderId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Circuit breakers of the providers. A provider that fails is passed over for a while, instead of waiting for it again and again. */
@Component
final class ProviderBreakers {
    private static final int CALLS = 20;
    private static final int LEAST_CALLS = 5;
    private static final int FAILURE_PERCENT = 50;
    private static final Duration OPEN = Duration.ofSeconds(10);
    private static final int MOST_REMEMBERED = 1_000;

    private final Cache<AiProviderId, CircuitBreaker> breakers = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    CircuitBreaker of(AiProviderId provider) {
        return breakers.get(provider, _ -> CircuitBreaker.of("provider", config()));
    }

    private static CircuitBreakerConfig config() {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(CALLS)
                .minimumNumberOfCalls(LEAST_CALLS)
                .failureRateThreshold(FAILURE_PERCENT)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(1)
                .build();
    }
}
