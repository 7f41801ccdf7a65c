// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Requests for tests. */
public final class SampleRequests {
    /** Start of five minutes. */
    public static final Instant NOW = Instant.parse("2026-02-03T16:05:00Z");

    public static final UserId USER = new UserId(UUID.fromString("019a0000-0000-7000-8000-000000000001"));
    public static final String ORDER = "/api/v1/orders/{id}";
    public static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final IdSource IDS = IdSource.timeOrdered();

    private SampleRequests() {}

    /** Returns a request for an order. */
    public static ApiRequest request(Instant at, int status, Duration duration) {
        return request(at, RequestedOperation.of("GET", ORDER, "/api/v1/orders/7"), status, duration);
    }

    public static ApiRequest request(Instant at, RequestedOperation operation, int status, Duration duration) {
        return new ApiRequest(
                new ApiRequestId(IDS.next()),
                operation,
                RequestOutcome.of(status, duration, 1000),
                RequestClient.of(USER, "mentor", "203.0.113.7", "curl/8"),
                TRACE,
                at);
    }
}
