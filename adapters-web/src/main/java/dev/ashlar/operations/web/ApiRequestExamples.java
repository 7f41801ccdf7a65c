// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
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
import org.springframework.stereotype.Component;

/** Example answers of the log of requests in the API description. */
@Component
class ApiRequestExamples implements ExampleRecords {
    @Override
    public List<Record> all() {
        var route = "/api/v1/orders/{id}";
        var at = Instant.parse("2026-02-03T16:05:12.482Z");
        return List.of(
                new ApiRequestView(
                        new ApiRequestId(UUID.fromString("019c2424-68e0-7c1d-9d0b-2f6a1c3e5d70")),
                        new RequestedOperation("GET", route, "/api/v1/orders/019a0b1c-2d3e-7f40-8a5b-00000000000d"),
                        new RequestOutcome(200, new BigDecimal("3.4"), 912),
                        new RequestClient(
                                new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-000000000001")),
                                "mentor",
                                "203.0.113.7",
                                "Mozilla/5.0"),
                        "4bf92f3577b34da6a3ce929d0e0e4736",
                        at),
                new ApiRequestStatsView(
                        Instant.parse("2026-02-03T15:05:00Z"),
                        Instant.parse("2026-02-03T16:05:00Z"),
                        List.of(new RouteStatsView(
                                "GET",
                                route,
                                18_204,
                                31,
                                2,
                                16_602_048,
                                new DurationPercentiles(
                                        new BigDecimal("2.1"), new BigDecimal("8.4"), new BigDecimal("25.6"))))));
    }
}
