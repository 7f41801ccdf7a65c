// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import dev.ashlar.kernel.HealthStatus;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import dev.ashlar.operations.application.ComponentHealthView;
import dev.ashlar.operations.application.HealthCheckView;
import dev.ashlar.operations.application.HealthView;
import dev.ashlar.operations.application.IncidentView;
import dev.ashlar.operations.domain.HealthCheckId;
import dev.ashlar.operations.domain.IncidentId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Examples of the API description. */
@Component
class HealthExamples implements ExampleRecords {
    private static final Instant AT = Instant.parse("2026-02-03T16:05:12Z");
    private static final String GATEWAY = "payment-gateway";
    private static final String REASON = "The gateway gave no answer.";

    @Override
    public List<Record> all() {
        var database = new ComponentHealthView("database", HealthStatus.HEALTHY, 3, AT);
        var gateway = new ComponentHealthView(GATEWAY, HealthStatus.UNHEALTHY, 2003, AT);
        return List.of(
                database,
                new HealthView(HealthStatus.UNHEALTHY, List.of(database, gateway)),
                new HealthCheckView(new HealthCheckId(id("f2")), GATEWAY, HealthStatus.UNHEALTHY, 2003, REASON, AT),
                new IncidentView(new IncidentId(id("f3")), GATEWAY, REASON, AT, AT.plusSeconds(360)));
    }

    private static UUID id(String end) {
        return UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000" + end);
    }
}
