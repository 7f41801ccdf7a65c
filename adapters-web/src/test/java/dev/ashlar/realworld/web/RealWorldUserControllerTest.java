// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.application.AccountService;
import dev.ashlar.identity.application.AccountView;
import dev.ashlar.identity.application.CredentialWorkflow;
import dev.ashlar.identity.application.LastingLogin;
import dev.ashlar.identity.application.RegistrationWorkflow;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.web.Accounts;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@RealWorldServer
class RealWorldUserControllerTest {
    private static final Actor STUDENT = new Actor(Accounts.ME, Role.STUDENT, "mentor");
    private static final SessionId SESSION = new SessionId(Caller.SESSION);
    private static final String USER =
            "{\"user\":{\"email\":\"ada@example.org\",\"token\":\"%s\",\"username\":\"ada\",\"bio\":null,\"image\":null}}";

    @Autowired
    private RegistrationWorkflow registrations;

    @Autowired
    private CredentialWorkflow credentials;

    @Autowired
    private AccountService accounts;

    @Autowired
    private Caller client;

    @Test
    void registersAUserWithTheUsernameAsName() {
        var registration = Registration.of("ada@example.org", "ada", "ada", "ada", "mentor");
        given(registrations.join(eq(registration), eq(new NewPassword("password")), any()))
                .willReturn(new LastingLogin(Accounts.account(Accounts.ME, 0), "jwt"));
        var answer = client.send(
                "POST",
                "/api/users",
                "{\"user\":{\"username\":\"ada\",\"email\":\"ada@example.org\",\"password\":\"password\",\"x\":1}}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text()).isEqualTo(USER.formatted("jwt"));
        assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
    }

    @Test
    void answersConflictForATakenName() {
        given(registrations.join(any(), any(), any())).willThrow(IdentityProblem.USERNAME_TAKEN.because("Taken."));
        var answer = client.send(
                "POST",
                "/api/users",
                "{\"user\":{\"username\":\"ada\",\"email\":\"ada@example.org\",\"password\":\"password\"}}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).isEqualTo("{\"errors\":{\"username\":[\"has already been taken\"]}}");
    }

    @Test
    void refusesAnAccountWithASecondFactorAndSaysWhereToLogIn() {
        given(credentials.loginLasting(any(), any(), any()))
                .willThrow(IdentityProblem.SECOND_FACTOR_REQUIRED.because("Send it."));
        assertThat(login("right").status()).isEqualTo(401);
        assertThat(login("right").text()).contains("POST /api/v1/auth/login");
    }

    @Test
    void logsInOrRefusesTheCredentials() {
        given(credentials.loginLasting(eq("ada@example.org"), eq("right"), any()))
                .willReturn(new LastingLogin(Accounts.account(Accounts.ME, 0), "jwt"));
        given(credentials.loginLasting(any(), eq("wrong"), any()))
                .willThrow(IdentityProblem.CREDENTIALS_INVALID.because("Wrong."));
        assertThat(login("right").text()).isEqualTo(USER.formatted("jwt"));
        assertThat(login("wrong").status()).isEqualTo(401);
        assertThat(login("wrong").text()).isEqualTo("{\"errors\":{\"credentials\":[\"invalid\"]}}");
        assertThat(login("").text()).isEqualTo("{\"errors\":{\"password\":[\"can't be blank\"]}}");
    }

    @Test
    void showsTheUserWithTheTokenOfTheRequest() {
        given(accounts.me(STUDENT)).willReturn(Accounts.account(Accounts.ME, 0));
        var token = token();
        assertThat(client.get("/api/user", "Authorization", "Token " + token).text())
                .isEqualTo(USER.formatted(token));
    }

    @Test
    void tellsAbsentFieldsOfAnUpdateFromEmptyOnes() {
        var login = new Login.Edit(Change.to("new@example.org"), Change.keep());
        var profile = new Profile.Edit(Change.keep(), Change.to(null), Change.to(""), Change.keep(), Change.keep());
        given(credentials.change(
                        eq(STUDENT), eq(SESSION), eq(login), eq(profile), eq(new NewPassword("password")), any()))
                .willReturn(Accounts.account(Accounts.ME, 1));
        var answer = put("{\"email\":\"new@example.org\",\"bio\":null,\"image\":\"\",\"password\":\"password\"}");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void showsAPendingAddressAndRefusesAnEndedSession() {
        var account = Accounts.account(Accounts.ME, 1);
        var pending = new Login("ada@example.org", "ada", null, "new@example.org");
        given(credentials.change(any(), any(), any(), any(), any(), any()))
                .willReturn(new AccountView(
                        account.id(),
                        pending,
                        account.person(),
                        account.standing(),
                        account.profile(),
                        account.createdAt(),
                        account.updatedAt(),
                        account.version()));
        assertThat(put("{\"email\":\"new@example.org\"}")
                        .json()
                        .at("/user/email")
                        .asString(""))
                .isEqualTo("new@example.org");
        given(credentials.change(any(), any(), any(), any(), any(), any()))
                .willThrow(IdentityProblem.SESSION_ENDED.because("Log in again."));
        var refused = put("{}");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text()).isEqualTo("{\"errors\":{\"token\":[\"is invalid\"]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "username", "password"})
    void refusesToClearARequiredField(String field) {
        for (var value : new String[] {"null", "\"\""}) {
            var answer = put("{\"" + field + "\":" + value + "}");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).isEqualTo("{\"errors\":{\"" + field + "\":[\"can't be blank\"]}}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT"})
    void requiresAToken(String method) {
        var answer = client.send(method, "/api/user", null);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("{\"errors\":{\"token\":[\"is missing\"]}}");
    }

    private Caller.Answer login(String password) {
        return client.send(
                "POST",
                "/api/users/login",
                "{\"user\":{\"email\":\"ada@example.org\",\"password\":\"" + password + "\"}}");
    }

    private Caller.Answer put(String user) {
        return client.send("PUT", "/api/user", "{\"user\":" + user + "}", "Authorization", "Token " + token());
    }

    private String token() {
        return client.bearer(Role.STUDENT).substring("Bearer ".length());
    }
}
