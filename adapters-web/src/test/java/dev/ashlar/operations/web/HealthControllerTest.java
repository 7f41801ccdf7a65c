// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.HealthStatus;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.operations.application.ComponentHealthView;
import dev.ashlar.operations.application.HealthCheckView;
import dev.ashlar.operations.application.HealthService;
import dev.ashlar.operations.application.HealthView;
import dev.ashlar.operations.application.IncidentService;
import dev.ashlar.operations.application.IncidentView;
import dev.ashlar.operations.domain.HealthCheckId;
import dev.ashlar.operations.domain.IncidentId;
import dev.ashlar.operations.domain.OperationsProblem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@OperationsServer
class HealthControllerTest {
    private static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    private static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-0000000000f2");
    private static final String HISTORY = "/api/v1/operations/health/history";
    private static final String INCIDENTS = "/api/v1/operations/incidents";
    private static final IncidentView OPEN = new IncidentView(new IncidentId(ID), "mail", "It failed.", AT, null);

    @Autowired
    private HealthService health;

    @Autowired
    private IncidentService incidents;

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Test
    void tellsEverybodyTheHealth() {
        given(health.current())
                .willReturn(new HealthView(
                        HealthStatus.HEALTHY,
                        List.of(new ComponentHealthView("database", HealthStatus.HEALTHY, 3, AT))));
        var answer = client.get("/api/v1/health");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(json.readTree("""
                {"status": "healthy", "components": [{"component": "database", "status": "healthy", "responseTimeMs": 3,
                 "checkedAt": "2026-11-20T10:15:30Z"}]}"""));
    }

    @Test
    void listsChecks() {
        var check = new HealthCheckView(new HealthCheckId(ID), "mail", HealthStatus.DEGRADED, 30, "Slow.", AT);
        given(health.history(ADMIN, "mail", AT, AT.plusSeconds(60), new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(check), Cursor.of("operations.health-checks", AT, check.id())));
        var answer = get(HISTORY + "?component=mail&from=2026-11-20T10:15:30Z&to=2026-11-20T10:16:30Z&limit=1");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/details").asString()).isEqualTo("Slow.");
        assertThat(answer.json().at("/items/0/status").asString()).isEqualTo("degraded");
        assertThat(answer.header("Link")).contains("cursor=");
        given(health.history(any(), any(), any(), any(), any())).willThrow(KernelProblem.FORBIDDEN.because("No."));
        assertThat(get(HISTORY).code()).isEqualTo("auth.forbidden");
        assertThat(client.get(HISTORY).status()).isEqualTo(401);
    }

    @Test
    void listsIncidents() {
        given(incidents.list(ADMIN, true, PageRequest.first())).willReturn(new Page<>(List.of(OPEN), null));
        var answer = get(INCIDENTS + "?open=true");
        assertThat(answer.json().at("/items/0/component").asString()).isEqualTo("mail");
        assertThat(answer.json().at("/items/0/closedAt").isNull()).isTrue();
        assertThat(get(INCIDENTS + "?open=perhaps").status()).isEqualTo(400);
    }

    @Test
    void closesAnIncident() {
        given(incidents.close(ADMIN, new IncidentId(ID))).willReturn(OPEN);
        assertThat(close().json().at("/cause").asString()).isEqualTo("It failed.");
        given(incidents.close(any(), any())).willThrow(OperationsProblem.INCIDENT_NOT_FOUND.because("None."));
        assertThat(close().status()).isEqualTo(404);
        assertThat(close().code()).isEqualTo("operations.incident-not-found");
    }

    private Caller.Answer get(String path) {
        return client.get(path, "Authorization", client.bearer(Role.ADMIN));
    }

    private Caller.Answer close() {
        return client.send("POST", INCIDENTS + "/" + ID + "/close", null, "Authorization", client.bearer(Role.ADMIN));
    }
}
