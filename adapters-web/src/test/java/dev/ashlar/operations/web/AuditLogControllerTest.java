// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.AuditEntry;
import dev.ashlar.kernel.application.AuditEntryId;
import dev.ashlar.kernel.application.AuditFilter;
import dev.ashlar.kernel.application.AuditOrigin;
import dev.ashlar.kernel.application.AuditSubject;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.operations.application.AuditLogWorkflow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@OperationsServer
class AuditLogControllerTest {
    private static final String LOG = "/api/v1/operations/audit-log";
    private static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    private static final Instant AT = Instant.parse("2026-02-03T16:05:12Z");
    private static final UUID ORDER = UUID.fromString("019c2420-1f6a-7a10-8c2e-000000000011");
    private static final AuditEntryId ID = new AuditEntryId(UUID.fromString("019c2424-68e0-7c1d-9d0b-2f6a1c3e5d7f"));
    private static final AuditEntry ENTRY = new AuditEntry(
            ID,
            new AuditSubject("commerce.orders", ORDER),
            new AuditOrigin(
                    ADMIN.userId(), "POST /api/v1/orders/{id}/refund", "4bf92f3577b34da6a3ce929d0e0e4736", "web"),
            "{\"status\": \"paid\"}",
            null,
            AT);
    private static final String JSON = """
            {"id": "019c2424-68e0-7c1d-9d0b-2f6a1c3e5d7f", "subjectType": "commerce.orders",
             "subjectId": "019c2420-1f6a-7a10-8c2e-000000000011", "actorId": "019a0000-0000-7000-8000-000000000001",
             "action": "POST /api/v1/orders/{id}/refund", "traceId": "4bf92f3577b34da6a3ce929d0e0e4736", "login": "web",
             "before": {"status": "paid"}, "after": null, "at": "2026-02-03T16:05:12Z"}""";

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Autowired
    private AuditLogWorkflow entries;

    @Test
    void searchesBySubjectActorAndTime() {
        var filter = AuditFilter.of(ORDER, ADMIN.userId(), AT, AT.plusSeconds(1));
        given(entries.list(ADMIN, filter, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(ENTRY), Cursor.of("operations.audit-log", ID)));
        var answer = get("?limit=1&subject=" + ORDER + "&actorId=" + Caller.USER
                + "&from=2026-02-03T16:05:12Z&to=2026-02-03T16:05:13Z");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/items/0")).isEqualTo(json.readTree(JSON));
        assertThat(answer.header("Link")).contains("rel=\"next\"");
    }

    @Test
    void refusesValuesThatAreNoIdsOrTimes() {
        for (var subject : List.of("x", "1-1-1-1-1", "")) {
            assertThat(get("?subject=" + subject).text())
                    .contains("The value at subject must be a UUID in its form of 36 characters.");
        }
        assertThat(get("?from=yesterday").code()).isEqualTo("request.invalid");
    }

    @Test
    void refusesAllButAdministrators() {
        given(entries.list(any(), any(), any())).willThrow(KernelProblem.FORBIDDEN.because("Administrators."));
        assertThat(get("").code()).isEqualTo("auth.forbidden");
        assertThat(client.get(LOG).status()).isEqualTo(401);
    }

    private Caller.Answer get(String query) {
        return client.get(LOG + query, "Authorization", client.bearer(Role.ADMIN));
    }
}
