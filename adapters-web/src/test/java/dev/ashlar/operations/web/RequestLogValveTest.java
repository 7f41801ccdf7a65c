// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.operations.domain.ApiRequest;
import dev.ashlar.operations.domain.RequestClient;
import dev.ashlar.operations.domain.RequestOutcome;
import dev.ashlar.operations.domain.RequestedOperation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.HandlerMapping;

class RequestLogValveTest {
    private static final Instant NOW = Instant.parse("2026-02-03T16:05:12Z");
    private static final Duration TIME = Duration.ofMillis(3);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final List<ApiRequest> logged = new ArrayList<>();
    private final Request request = mock(Request.class);
    private final Response response = mock(Response.class);

    @BeforeEach
    void answer() {
        given(request.getMethod()).willReturn("GET");
        given(request.getRequestURI()).willReturn("/api/v1/orders/7");
        given(request.getRemoteAddr()).willReturn("198.51.100.1");
        given(response.getStatus()).willReturn(200);
        given(response.getBytesWritten(false)).willReturn(1000L);
    }

    @Test
    void logsWhatIsKnownWhenTheAnswerIsFinished() {
        given(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .willReturn("/api/v1/orders/{id}");
        given(request.getHeader("X-Platform")).willReturn("mentor");
        given(request.getHeader("User-Agent")).willReturn("curl/8");
        given(response.getHeader("traceparent")).willReturn("00-" + TRACE + "-00f067aa0ba902b7-01");
        log(logged::add);
        assertThat(logged).singleElement().satisfies(found -> {
            assertThat(found.operation())
                    .isEqualTo(new RequestedOperation("GET", "/api/v1/orders/{id}", "/api/v1/orders/7"));
            assertThat(found.outcome()).isEqualTo(RequestOutcome.of(200, TIME, 1000));
            assertThat(found.client()).isEqualTo(new RequestClient(null, "mentor", "198.51.100.1", "curl/8"));
            assertThat(found.traceId()).isEqualTo(TRACE);
            assertThat(found.at()).isEqualTo(NOW.minus(TIME));
        });
    }

    @Test
    void logsTheAddressOfTheClientBehindAProxy() {
        given(request.getAttribute(AccessLog.REMOTE_ADDR_ATTRIBUTE)).willReturn("203.0.113.7");
        log(logged::add);
        assertThat(logged.getFirst().client().address()).isEqualTo("203.0.113.7");
    }

    @Test
    void logsRequestsThatWereRefusedBeforeTheyWereRead() {
        given(request.getMethod()).willReturn(null);
        given(request.getRequestURI()).willReturn(null);
        given(response.getHeader("traceparent")).willReturn("no trace");
        log(logged::add);
        assertThat(logged.getFirst().operation()).isEqualTo(new RequestedOperation("OTHER", "unmatched", null));
        assertThat(logged.getFirst().traceId()).isNull();
    }

    @Test
    void neverFailsARequest() {
        assertThatNoException()
                .isThrownBy(() -> log(_ -> {
                    throw new IllegalStateException("The log is closed.");
                }));
    }

    private void log(Consumer<ApiRequest> log) {
        new RequestLogValve(log, IdSource.timeOrdered(), InstantSource.fixed(NOW))
                .log(request, response, TIME.toNanos());
    }
}
