// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import static dev.ashlar.operations.domain.SampleRequests.ORDER;
import static dev.ashlar.operations.domain.SampleRequests.TRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.operations.application.ApiRequestFilter;
import dev.ashlar.operations.application.ApiRequestService;
import dev.ashlar.operations.application.ApiRequestStatsView;
import dev.ashlar.operations.application.ApiRequestView;
import dev.ashlar.operations.application.DurationPercentiles;
import dev.ashlar.operations.application.RouteStatsView;
import dev.ashlar.operations.domain.ApiRequestId;
import dev.ashlar.operations.domain.RequestClient;
import dev.ashlar.operations.domain.RequestOutcome;
import dev.ashlar.operations.domain.RequestedOperation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@OperationsServer
class ApiRequestControllerTest {
    private static final String REQUESTS = "/api/v1/operations/api-requests";
    private static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    private static final Instant AT = Instant.parse("2026-02-03T16:05:00Z");

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Autowired
    private ApiRequestService requests;

    @Test
    void listsRequestsByFilter() {
        var view = new ApiRequestView(
                new ApiRequestId(UUID.fromString("019c2424-68e0-7c1d-9d0b-2f6a1c3e5d70")),
                new RequestedOperation("GET", ORDER, null),
                new RequestOutcome(200, new BigDecimal("3.4"), 912),
                new RequestClient(ADMIN.userId(), null, "203.0.113.7", null),
                TRACE,
                AT);
        given(requests.list(
                        ADMIN,
                        new ApiRequestFilter(ORDER, ADMIN.userId(), true, AT, AT.plusSeconds(1)),
                        new PageRequest(5, null)))
                .willReturn(new Page<>(List.of(view), null));
        var answer = get("?limit=5&route=/api/v1/orders/%7Bid%7D&failed=true&userId=" + Caller.USER
                + "&from=2026-02-03T16:05:00Z&to=2026-02-03T16:05:01Z");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/items/0")).isEqualTo(json.readTree("""
                {"id": "019c2424-68e0-7c1d-9d0b-2f6a1c3e5d70", "method": "GET", "route": "/api/v1/orders/{id}", "path": null,
                 "status": 200, "durationMs": "3.4", "responseBytes": 912,
                 "userId": "019a0000-0000-7000-8000-000000000001", "platform": null, "address": "203.0.113.7",
                 "userAgent": null, "traceId": "4bf92f3577b34da6a3ce929d0e0e4736", "at": "2026-02-03T16:05:00Z"}"""));
    }

    @Test
    void showsStatisticsByRoute() {
        var p = new BigDecimal("2.1");
        given(requests.stats(ADMIN, AT, null, 3))
                .willReturn(new ApiRequestStatsView(
                        AT,
                        AT.plusSeconds(300),
                        List.of(new RouteStatsView("GET", ORDER, 9, 2, 1, 8000, new DurationPercentiles(p, p, p)))));
        var answer = get("/stats?from=2026-02-03T16:05:00Z&limit=3");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/routes/0/requests").asLong()).isEqualTo(9);
        assertThat(answer.json().at("/routes/0/durationMs/p99").asString()).isEqualTo("2.1");
    }

    @Test
    void refusesAllButAdministrators() {
        given(requests.list(any(), any(), any())).willThrow(KernelProblem.FORBIDDEN.because("Administrators."));
        given(requests.stats(any(), any(), any(), anyInt()))
                .willThrow(KernelProblem.FORBIDDEN.because("Administrators."));
        assertThat(get("").code()).isEqualTo("auth.forbidden");
        assertThat(get("/stats").code()).isEqualTo("auth.forbidden");
        assertThat(client.get(REQUESTS).status()).isEqualTo(401);
    }

    private Caller.Answer get(String query) {
        return client.get(REQUESTS + query, "Authorization", client.bearer(Role.ADMIN));
    }
}
