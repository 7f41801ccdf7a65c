// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import static dev.ashlar.identity.web.Accounts.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willThrow;

import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.IssuedTokens;
import dev.ashlar.identity.application.PasswordResetService;
import dev.ashlar.identity.application.RegistrationWorkflow;
import dev.ashlar.identity.application.SessionService;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.kernel.application.ViolatedConstraints;
import dev.ashlar.kernel.web.slice.Caller;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;

@IdentityServer
class AuthControllerTest {
    private static final String ADA = """
            {"email":"ada@example.org","username":"ada","password":"correct horse","firstName":"Ada",\
            "lastName":"Lovelace","birthDate":"1990-12-10","timeZone":"Europe/London"}""";
    private static final IssuedTokens TOKENS = new IssuedTokens("access", AT, "refresh", AT.plusSeconds(1));

    @Autowired
    private Caller client;

    @Autowired
    private CredentialWorkflow credentials;

    @Autowired
    private SessionService sessions;

    @Autowired
    private RegistrationWorkflow registrations;

    @Autowired
    private PasswordResetService resets;

    @Autowired
    private AccountService accounts;

    @Autowired
    private ViolatedConstraints violated;

    @Test
    void registersWithoutTellingIfTheAddressIsTaken() {
        var registration = new Registration(
                "ada@example.org",
                "ada",
                new Person("Ada", "Lovelace", null, LocalDate.of(1990, 12, 10)),
                "Europe/London",
                null,
                "courses");
        var answer = client.send("POST", "/api/v1/auth/register", ADA, "X-Platform", "courses");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text()).isEqualTo("{\"message\":\"A mail is on its way to the address.\"}");
        then(registrations).should().register(eq(registration), eq(new NewPassword("correct horse")), any());
    }

    @Test
    void refusesARoleInARegistration() {
        var answer = client.send(
                "POST", "/api/v1/auth/register", ADA.replace("{\"email\"", "{\"role\":\"admin\",\"email\""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.invalid");
        assertThat(answer.error()).startsWith("/role: ");
    }

    @Test
    void refusesATakenUsername() {
        var failure = new DuplicateKeyException("taken");
        willThrow(failure).given(registrations).register(any(), any(), any());
        given(violated.problemFor(failure)).willReturn(Optional.of(IdentityProblem.USERNAME_TAKEN));
        var answer = client.send("POST", "/api/v1/auth/register", ADA);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("identity.username-taken");
    }

    @Test
    void refusesAnUnknownPlatform() {
        var answer = client.send("POST", "/api/v1/auth/register", ADA, "X-Platform", "unknown");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.unknown-platform");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "ada@example.org" | "not an address"  | /email
            "ada"             | "a b c"           | /username
            "correct horse"   | "short"           | /password
            "Ada"             | " "               | /firstName
            "Europe/London"   | "Mars/Olympus"    | /timeZone
            """, quoteCharacter = '`')
    void refusesInvalidInputWithItsPointer(String right, String wrong, String pointer) {
        var answer = client.send("POST", "/api/v1/auth/register", ADA.replace(right, wrong));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("request.invalid");
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    @Test
    void loggingInReturnsTokensThatMayNotBeCached() {
        given(credentials.login("ada@example.org", "correct horse", null, null, new Client("127.0.0.1", "Browser/1.0")))
                .willReturn(TOKENS);
        var answer = login();
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("accessToken").asString("")).isEqualTo("access");
        assertThat(answer.json().path("refreshToken").asString("")).isEqualTo("refresh");
        assertThat(answer.json().path("accessTokenExpiresAt").asString("")).isEqualTo("2026-11-20T10:15:30Z");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void refusesWrongCredentials() {
        given(credentials.login(any(), any(), any(), any(), any()))
                .willThrow(IdentityProblem.CREDENTIALS_INVALID.because("No."));
        assertThat(login().status()).isEqualTo(401);
        assertThat(login().code()).isEqualTo("identity.credentials-invalid");
    }

    @Test
    void passesTheCodeOfTheSecondFactorOrAsksForIt() {
        given(credentials.login(any(), any(), eq(new OneTimeCode("287082")), any(), any()))
                .willReturn(TOKENS);
        given(credentials.login(any(), any(), eq(null), any(), any()))
                .willThrow(IdentityProblem.SECOND_FACTOR_REQUIRED
                        .because("Send it.")
                        .at("/code", "is required"));
        assertThat(login().status()).isEqualTo(401);
        assertThat(login().code()).isEqualTo("identity.second-factor-required");
        var withCode =
                post("login", "{\"email\":\"ada@example.org\",\"password\":\"correct horse\",\"code\":\"287 082\"}");
        assertThat(withCode.status()).as(withCode.text()).isEqualTo(200);
    }

    @Test
    void aLockedLoginSaysWhenToTryAgain() {
        given(credentials.login(any(), any(), any(), any(), any()))
                .willThrow(IdentityProblem.LOGIN_LOCKED.because("Wait.").retryAfter(Duration.ofSeconds(90)));
        var answer = login();
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.code()).isEqualTo("identity.login-locked");
        assertThat(answer.header("Retry-After")).isEqualTo("90");
    }

    @Test
    void refreshingReturnsTheNextTokensOrRefuses() {
        given(sessions.refresh(eq("old"), any())).willReturn(TOKENS);
        given(sessions.refresh(eq("stolen"), any())).willThrow(IdentityProblem.SESSION_ENDED.because("Log in."));
        assertThat(post("refresh", "{\"refreshToken\":\"old\"}")
                        .json()
                        .path("refreshToken")
                        .asString(""))
                .isEqualTo("refresh");
        var refused = post("refresh", "{\"refreshToken\":\"stolen\"}");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("identity.session-ended");
    }

    @Test
    void loggingOutReturnsNoContent() {
        var answer = post("logout", "{\"refreshToken\":\"token\"}");
        assertThat(answer.status()).isEqualTo(204);
        then(sessions).should().logout("token");
    }

    @Test
    void acceptsEveryRequestOfAReset() {
        var answer = post("password/forgot", "{\"email\":\"ada@example.org\"}");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.text())
                .isEqualTo(post("password/forgot", "{\"email\":\"nobody@example.org\"}")
                        .text());
        then(resets).should().request(eq("ada@example.org"), any());
    }

    @Test
    void resettingNeedsAValidTokenAndPassword() {
        var good = "{\"token\":\"good\",\"password\":\"another horse\"}";
        assertThat(post("password/reset", good).status()).isEqualTo(204);
        then(credentials).should().resetPassword(eq("good"), eq(new NewPassword("another horse")), any());

        willThrow(IdentityProblem.TOKEN_INVALID.because("Ask again.").at("/token", "must be good"))
                .given(credentials)
                .resetPassword(eq("bad"), any(), any());
        var refused = post("password/reset", "{\"token\":\"bad\",\"password\":\"another horse\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("identity.token-invalid");
        assertThat(refused.error()).isEqualTo("/token: must be good");

        assertThat(post("password/reset", "{\"token\":\"good\",\"password\":\"short\"}")
                        .error())
                .startsWith("/password: ");
    }

    @Test
    void verifyingNeedsAValidToken() {
        assertThat(post("email/verify", "{\"token\":\"good\"}").status()).isEqualTo(204);
        willThrow(IdentityProblem.TOKEN_INVALID.because("Ask again."))
                .given(accounts)
                .verifyEmail("bad");
        assertThat(post("email/verify", "{\"token\":\"bad\"}").code()).isEqualTo("identity.token-invalid");
    }

    private Caller.Answer login() {
        return client.send(
                "POST",
                "/api/v1/auth/login",
                "{\"email\":\"ada@example.org\",\"password\":\"correct horse\"}",
                "User-Agent",
                "Browser/1.0");
    }

    private Caller.Answer post(String operation, String body) {
        return client.send("POST", "/api/v1/auth/" + operation, body);
    }
}
