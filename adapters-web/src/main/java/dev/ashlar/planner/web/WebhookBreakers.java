// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.domain.WebhookAnswer;
import dev.ashlar.planner.domain.WebhookAnswer.Result;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Circuit breakers of the hosts that each person calls. A host of several people has several, because otherwise one of them could
 * suspend the calls of the others.
 */
final class WebhookBreakers {
    private static final int CALLS = 5;
    private static final int FAILURE_PERCENT = 80;
    private static final Duration OPEN = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final Cache<Key, CircuitBreaker> breakers = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    /** Makes a call, or answers that calls to the host are suspended. */
    WebhookAnswer guard(UserId owner, String host, Supplier<WebhookAnswer> call) {
        try {
            return breakers.get(new Key(owner, host), _ -> CircuitBreaker.of("webhook", config()))
                    .executeSupplier(call);
        } catch (CallNotPermittedException suspended) {
            return new WebhookAnswer(
                    Result.FAILED, Duration.ZERO, "Calls to the host are suspended for a minute after failures.");
        }
    }

    private static CircuitBreakerConfig config() {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(CALLS)
                .minimumNumberOfCalls(CALLS)
                .failureRateThreshold(FAILURE_PERCENT)
                .waitDurationInOpenState(OPEN)
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordResult(answer -> answer instanceof WebhookAnswer given && given.result() == Result.FAILED)
                .build();
    }

    private record Key(UserId owner, String host) {}
}
