// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import dev.ashlar.commerce.domain.PaymentId;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/**
 * HTTP client of the gateway: short timeouts, a retry where it can help, and a circuit breaker. A retried call carries the
 * same idempotency key, so that the gateway carries it out once.
 */
@Component
final class GatewayClient {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);
    private static final int RETRIES = 2;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final RestClient http;
    private final CircuitBreaker breaker = CircuitBreaker.of("payments", breakerConfig());
    private final RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(RETRIES)
            .delay(PAUSE)
            .jitter(PAUSE.dividedBy(2))
            .multiplier(2)
            .predicate(GatewayClient::isRetryable)
            .build());

    GatewayClient(RestClient.Builder builder, GatewayAccess access) {
        var factory = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build());
        factory.setReadTimeout(ANSWER_TIMEOUT);
        this.http = builder.baseUrl(access.url().toString())
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + access.apiKey())
                .requestFactory(factory)
                .build();
    }

    <T> @Nullable T get(String path, PaymentId payment, Class<T> type) {
        return call(() -> http.get().uri(path, payment.value()).retrieve().body(type));
    }

    <T> @Nullable T post(String path, PaymentId payment, @Nullable Object body, Class<T> type) {
        return call(() -> {
            var request = http.post()
                    .uri(path, payment.value())
                    .header("Idempotency-Key", payment.value().toString());
            return (body == null ? request : request.body(body)).retrieve().body(type);
        });
    }

    private <T> @Nullable T call(Supplier<@Nullable T> request) {
        try {
            return retries.execute(() -> breaker.executeSupplier(request));
        } catch (RetryException exhausted) {
            throw exhausted.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException(exhausted);
        }
    }

    /** Returns true for server errors and refused connections. A timeout is not retried, because a buyer is waiting. */
    private static boolean isRetryable(Throwable failure) {
        return failure instanceof HttpServerErrorException
                || (failure instanceof ResourceAccessException && failure.getCause() instanceof ConnectException);
    }

    /** Returns a breaker that ignores client errors: a gateway that refuses a request is not down. */
    private static CircuitBreakerConfig breakerConfig() {
        return CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .permittedNumberOfCallsInHalfOpenState(3)
                .ignoreExceptions(HttpClientErrorException.class)
                .build();
    }
}
