// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.SessionService;
import dev.ashlar.identity.application.SessionView;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityServer
class MeControllerTest {
    private static final Actor STUDENT = new Actor(Accounts.ME, Role.STUDENT, "mentor");
    private static final SessionId SESSION = new SessionId(Caller.SESSION);

    @Autowired
    private Caller client;

    @Autowired
    private AccountService accounts;

    @Autowired
    private SessionService sessions;

    @Autowired
    private CredentialWorkflow credentials;

    @Test
    void returnsTheAccountWithItsVersion() {
        given(accounts.me(STUDENT)).willReturn(Accounts.account(Accounts.ME, 3));
        var answer = client.get("/api/v1/me", "Authorization", client.bearer(Role.STUDENT));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(answer.json().path("email").asString("")).isEqualTo("ada@example.org");
    }

    @Test
    void setsFieldsOfTheBodyAndClearsNullOnes() {
        var person = new Person.Edit(Change.to("Augusta"), Change.keep(), Change.to(null), Change.keep());
        var profile = new Profile.Edit(Change.keep(), Change.to("Bio"), Change.keep(), Change.keep(), Change.keep());
        given(accounts.edit(STUDENT, 3, person, profile)).willReturn(Accounts.account(Accounts.ME, 4));
        var answer = patch("{\"firstName\":\"Augusta\",\"phoneNumber\":null,\"bio\":\"Bio\"}", "\"3\"");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"4\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"email", "pendingEmail", "password", "username", "role", "salesHeadId", "version", "passwordHash"
            })
    void refusesFieldsThatClientsMayNotSet(String field) {
        var answer = patch("{\"" + field + "\":\"x\"}", "\"3\"");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).startsWith("/" + field + ": ");
    }

    @Test
    @Tag("rule-stale-update-refused")
    void requiresTheCurrentVersion() {
        given(accounts.edit(any(), anyInt(), any(), any()))
                .willThrow(KernelProblem.STALE_VERSION.because("Read it again."));
        assertThat(client.send("PATCH", "/api/v1/me", "{}", "Authorization", client.bearer(Role.STUDENT))
                        .status())
                .isEqualTo(428);
        var stale = patch("{}", "\"2\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("request.stale-version");
    }

    @Test
    void listsSessionsAndMarksTheCurrentOne() {
        given(sessions.list(STUDENT, SESSION, PageRequest.first()))
                .willReturn(new Page<>(
                        List.of(new SessionView(SESSION, Accounts.AT, Accounts.AT, "Browser", "192.0.2.7", true)),
                        null));
        var answer = client.get("/api/v1/me/sessions", "Authorization", client.bearer(Role.STUDENT));
        assertThat(answer.status()).isEqualTo(200);
        var item = answer.json().path("items").path(0);
        assertThat(item.path("id").asString("")).isEqualTo(SESSION.value().toString());
        assertThat(item.path("current").asBoolean(false)).isTrue();
        assertThat(item.path("userAgent").asString("")).isEqualTo("Browser");
    }

    @Test
    void endsASession() {
        var path = "/api/v1/me/sessions/" + SESSION.value();
        assertThat(client.send("DELETE", path, null, "Authorization", client.bearer(Role.STUDENT))
                        .status())
                .isEqualTo(204);
        then(sessions).should().end(STUDENT, SESSION);
        willThrow(IdentityProblem.SESSION_NOT_FOUND.because("None."))
                .given(sessions)
                .end(any(), any());
        assertThat(client.send("DELETE", path, null, "Authorization", client.bearer(Role.STUDENT))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void changesThePasswordWithTheCurrentOne() {
        var body = "{\"currentPassword\":\"correct horse\",\"password\":\"another horse\"}";
        assertThat(post("/api/v1/me/password", body).status()).isEqualTo(204);
        then(credentials)
                .should()
                .changePassword(
                        eq(STUDENT), eq(SESSION), eq("correct horse"), eq(new NewPassword("another horse")), any());
        assertThat(post("/api/v1/me/password", "{\"password\":\"another horse\"}")
                        .error())
                .startsWith("/currentPassword: ");
        willThrow(IdentityProblem.PASSWORD_WRONG.because("No.").at("/currentPassword", "must be right"))
                .given(credentials)
                .changePassword(any(), any(), any(), any(), any());
        var refused = post("/api/v1/me/password", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("identity.password-wrong");
        assertThat(refused.error()).isEqualTo("/currentPassword: must be right");
    }

    @Test
    void changesTheEmailAddressWithTheCurrentPassword() {
        given(credentials.changeEmail(eq(STUDENT), eq(SESSION), eq("correct horse"), eq("new@example.org"), any()))
                .willReturn(Accounts.account(Accounts.ME, 4));
        var body = "{\"currentPassword\":\"correct horse\",\"email\":\"new@example.org\"}";
        var answer = post("/api/v1/me/email", body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"4\"");
        assertThat(answer.json().path("pendingEmail").isNull()).isTrue();
        assertThat(post("/api/v1/me/email", "{\"email\":\"new@example.org\"}").error())
                .startsWith("/currentPassword: ");
    }

    private Caller.Answer post(String path, String body) {
        return client.send("POST", path, body, "Authorization", client.bearer(Role.STUDENT));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/me/password",
        "POST, /api/v1/me/email",
        "GET, /api/v1/me",
        "PATCH, /api/v1/me",
        "GET, /api/v1/me/sessions",
        "DELETE, /api/v1/me/sessions/019a0000-0000-7000-8000-0000000000cc",
        "GET, /api/v1/users",
        "GET, /api/v1/users/019a0000-0000-7000-8000-0000000000bb",
        "PATCH, /api/v1/users/019a0000-0000-7000-8000-0000000000bb",
        "POST, /api/v1/users/019a0000-0000-7000-8000-0000000000bb/activate",
        "POST, /api/v1/users/019a0000-0000-7000-8000-0000000000bb/deactivate"
    })
    void refusesEveryOperationWithoutAToken(String method, String path) {
        var answer = client.send(method, path, method.equals("GET") || method.equals("DELETE") ? null : "{}");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("auth.unauthenticated");
    }

    private Caller.Answer patch(String body, String version) {
        return client.send(
                "PATCH", "/api/v1/me", body, "Authorization", client.bearer(Role.STUDENT), "If-Match", version);
    }
}
