// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

import dev.ashlar.identity.application.SecurityEventFilter;
import dev.ashlar.identity.application.SecurityEventService;
import dev.ashlar.identity.application.SecurityEventView;
import dev.ashlar.identity.domain.SecurityEventId;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.kernel.web.slice.RememberedRefusals;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityServer
class SecurityEventControllerTest {
    private static final Actor STUDENT = new Actor(Accounts.ME, Role.STUDENT, "mentor");
    private static final Actor ADMIN = new Actor(Accounts.ME, Role.ADMIN, "mentor");
    private static final SecurityEventView EVENT = new SecurityEventView(
            new SecurityEventId(UUID.fromString("019a0000-0000-7000-8000-0000000000ee")),
            SecurityEventType.ROLE_CHANGED,
            Accounts.ME,
            Accounts.OTHER,
            "student → expert",
            null,
            Accounts.AT);

    @Autowired
    private Caller client;

    @Autowired
    private SecurityEventService events;

    @Autowired
    private RememberedRefusals refusals;

    @Test
    void listsTheCallersEvents() {
        given(events.listOwn(eq(STUDENT), any())).willReturn(new Page<>(List.of(EVENT), null));
        var answer = client.get("/api/v1/me/security-events", "Authorization", client.bearer(Role.STUDENT));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/items/0/type").asString("")).isEqualTo("role_changed");
        assertThat(answer.json().at("/items/0/detail").asString("")).isEqualTo("student → expert");
    }

    @Test
    void listsEventsByAccountAndTypeForAdministrators() {
        var filter = new SecurityEventFilter(Accounts.OTHER, SecurityEventType.ROLE_CHANGED);
        given(events.list(eq(ADMIN), eq(filter), any())).willReturn(new Page<>(List.of(EVENT), null));
        var answer = client.get(
                "/api/v1/security-events?type=role_changed&userId=" + Accounts.OTHER.value(),
                "Authorization",
                client.bearer(Role.ADMIN));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("items").size()).isEqualTo(1);
    }

    @Test
    void recordsRefusedAdministrationWithCallerAndRequest() {
        given(events.list(any(), any(), any())).willThrow(KernelProblem.FORBIDDEN.because("No."));
        refusals.all.clear();
        var answer = client.get("/api/v1/security-events", "Authorization", client.bearer(Role.STUDENT));
        assertThat(answer.code()).isEqualTo("auth.forbidden");
        assertThat(refusals.all).containsExactly("auth.forbidden " + Caller.USER + " GET /api/v1/security-events");
    }

    @Test
    void recordsNoOrdinaryRefusal() {
        given(events.listOwn(any(), any())).willThrow(KernelProblem.NOT_FOUND.because("No."));
        refusals.all.clear();
        client.get("/api/v1/me/security-events", "Authorization", client.bearer(Role.STUDENT));
        assertThat(refusals.all).isEmpty();
    }
}
