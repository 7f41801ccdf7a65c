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
import dev.ashlar.kernel.application.EventDelivery;
import dev.ashlar.kernel.application.EventPublicationId;
import dev.ashlar.kernel.application.OutstandingEvent;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.operations.application.EventService;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@OperationsServer
class EventControllerTest {
    private static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    private static final String EVENTS = "/api/v1/operations/events";
    private static final EventPublicationId ID =
            new EventPublicationId(UUID.fromString("5b1f3c7e-8a44-4c6e-9d0b-2f6a1c3e5d7f"));
    private static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    private static final OutstandingEvent EVENT = new OutstandingEvent(
            ID, "test.listen", "dev.ashlar.Happened", "{}", EventDelivery.FAILED, 2, AT, AT.plusSeconds(20));
    private static final String JSON = """
            {"id": "5b1f3c7e-8a44-4c6e-9d0b-2f6a1c3e5d7f", "listener": "test.listen", "eventType": "dev.ashlar.Happened",
             "payload": "{}", "delivery": "failed", "attempts": 2, "publishedAt": "2026-11-20T10:15:30Z",
             "lastAttemptAt": "2026-11-20T10:15:50Z"}""";

    @Autowired
    private Caller client;

    @Autowired
    private JsonMapper json;

    @Autowired
    private EventService events;

    @Test
    void listsOutstandingEvents() {
        given(events.list(ADMIN, new PageRequest(1, null)))
                .willReturn(new Page<>(List.of(EVENT), Cursor.of("kernel.outstanding-events", AT, ID)));
        var answer = client.get(EVENTS + "?limit=1", "Authorization", client.bearer(Role.ADMIN));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/items/0")).isEqualTo(json.readTree(JSON));
        assertThat(answer.header("Link"))
                .contains("cursor="
                        + Cursor.of("kernel.outstanding-events", AT, ID).text());
    }

    @Test
    void acceptsARetry() {
        given(events.retry(ADMIN, ID)).willReturn(EVENT);
        var answer = retry();
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json()).isEqualTo(json.readTree(JSON));
    }

    @ParameterizedTest
    @CsvSource({"FORBIDDEN, 403, auth.forbidden", "NOT_FOUND, 404, request.not-found", "CONFLICT, 409, request.conflict"
    })
    void refusesImpossibleRetries(KernelProblem problem, int status, String code) {
        given(events.retry(any(), any())).willThrow(problem.because("No."));
        assertThat(retry().status()).isEqualTo(status);
        assertThat(retry().code()).isEqualTo(code);
    }

    @Test
    void refusesAllButAdministrators() {
        given(events.list(any(), any())).willThrow(KernelProblem.FORBIDDEN.because("Administrators."));
        var answer = client.get(EVENTS, "Authorization", client.bearer(Role.STUDENT));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(client.get(EVENTS).status()).isEqualTo(401);
    }

    private Caller.Answer retry() {
        return client.send(
                "POST", EVENTS + "/" + ID.value() + "/retry", null, "Authorization", client.bearer(Role.ADMIN));
    }
}
