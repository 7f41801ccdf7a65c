// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.application.AccountDeletionWorkflow;
import dev.ashlar.identity.application.NewSecondFactor;
import dev.ashlar.identity.application.SecondFactorService;
import dev.ashlar.identity.application.SecondFactorView;
import dev.ashlar.identity.application.SecondFactorWorkflow;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IdentityServer
class SecondFactorControllerTest {
    private static final Actor STUDENT = new Actor(Accounts.ME, Role.STUDENT, "mentor");
    private static final SessionId SESSION = new SessionId(Caller.SESSION);
    private static final OneTimeCode CODE = new OneTimeCode("287082");
    private static final String BOTH = "{\"currentPassword\":\"correct horse\",\"code\":\"287082\"}";

    @Autowired
    private Caller client;

    @Autowired
    private SecondFactorWorkflow workflow;

    @Autowired
    private SecondFactorService factors;

    @Autowired
    private AccountDeletionWorkflow deletion;

    @Test
    void showsTheSecretOnceAfterThePassword() {
        given(workflow.enroll(eq(STUDENT), eq(SESSION), eq("correct horse"), any()))
                .willReturn(new NewSecondFactor("GEZDGNBV", "otpauth://totp/Ashlar:ada"));
        var answer = post("", "{\"currentPassword\":\"correct horse\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("uri").asString("")).isEqualTo("otpauth://totp/Ashlar:ada");
    }

    @Test
    void answersAConfirmationWithTheRecoveryCodes() {
        given(factors.confirm(STUDENT, SESSION, CODE)).willReturn(List.of("ABCD-EFGH"));
        var answer = post("/confirm", "{\"code\":\"287082\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/recoveryCodes/0").asString("")).isEqualTo("ABCD-EFGH");
    }

    @Test
    void needsPasswordAndCodeToDisable() {
        assertThat(post("/disable", BOTH).status()).isEqualTo(204);
        then(workflow).should().disable(eq(STUDENT), eq(SESSION), eq("correct horse"), eq(CODE), any());
        assertThat(post("/disable", "{\"currentPassword\":\"correct horse\"}").error())
                .startsWith("/code: ");
        assertThat(post("/disable", "{\"code\":\"287082\"}").error()).startsWith("/currentPassword: ");
    }

    @Test
    void showsTheState() {
        given(factors.get(STUDENT)).willReturn(new SecondFactorView(true, Accounts.AT, 7));
        var answer = client.get("/api/v1/me/second-factor", "Authorization", client.bearer(Role.STUDENT));
        assertThat(answer.json().path("enabled").asBoolean()).isTrue();
        assertThat(answer.json().path("recoveryCodesLeft").asInt()).isEqualTo(7);
    }

    @Test
    void answersRefusalsOfCodes() {
        given(factors.confirm(any(), any(), any()))
                .willThrow(IdentityProblem.CODE_INVALID.because("Wrong."))
                .willThrow(IdentityProblem.CODES_LOCKED.because("Wait.").retryAfter(Duration.ofSeconds(90)));
        var wrong = post("/confirm", "{\"code\":\"287083\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.code()).isEqualTo("identity.code-invalid");
        var locked = post("/confirm", "{\"code\":\"287083\"}");
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.header("Retry-After")).isEqualTo("90");
    }

    @Test
    void deletesTheAccountWithPasswordAndCode() {
        assertThat(send("/api/v1/me/delete", BOTH).status()).isEqualTo(204);
        then(deletion).should().delete(eq(STUDENT), eq(SESSION), eq("correct horse"), eq(CODE), any());
        willThrow(IdentityProblem.LAST_ADMINISTRATOR.because("You are the only one."))
                .given(deletion)
                .delete(any(), any(), any(), eq(null), any());
        var refused = send("/api/v1/me/delete", "{\"currentPassword\":\"correct horse\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("identity.last-administrator");
    }

    private Caller.Answer post(String path, String body) {
        return send("/api/v1/me/second-factor" + path, body);
    }

    private Caller.Answer send(String path, String body) {
        return client.send("POST", path, body, "Authorization", client.bearer(Role.STUDENT));
    }
}
