package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.identity.application.AccountMailWorkflow;
import dev.ashlar.identity.domain.Authenticator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Life of an account, from the registration to the deactivation. */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
class IdentityJourney {
    private static final String ME = "/api/v1/me";

    private static final String PASSWORD = "correct horse battery staple";

    @LocalServerPort
    private int port;

    @Autowired
    private AccountMailWorkflow mails;

    private Api anonymous;

    @BeforeEach
    void start() {
        anonymous = Api.at(port);
    }

    @Test
    void registeringCreatesAnAccountThatItsUserMayEdit(CapturedOutput log) {
        register("grace");
        var twin = Map.of(
                "email",
                "GRACE@example.org",
                "username",
                "other",
                "password",
                PASSWORD,
                "firstName",
                "G",
                "lastName",
                "H");
        var answered = anonymous.post("/api/v1/auth/register", twin).is(202);
        assertThat(answered.text()).as("the same answer as to the first").contains("A mail is on its way");
        mails.sendDue();
        assertThat(log.getOut()).contains("You already have an account");
        var grace = anonymous.login("Grace@Example.org", PASSWORD);
        var me = grace.get("/api/v1/me").is(200);
        assertThat(me.json().at("/role").asString()).isEqualTo("student");
        assertThat(grace.get("/api/v1/wallet").is(200).json().at("/balance").asLong(-1))
                .isZero();

        var edit = "{\"bio\":\"Found a moth.\",\"phoneNumber\":null}";
        grace.send("PATCH", "/api/v1/me", edit).isProblem(428, "request.version-required");
        var edited = grace.send("PATCH", "/api/v1/me", edit, "If-Match", me.header("ETag"))
                .is(200);
        assertThat(edited.json().at("/bio").asString()).isEqualTo("Found a moth.");
        grace.send("PATCH", "/api/v1/me", edit, "If-Match", me.header("ETag")).isProblem(412, "request.stale-version");
        grace.send("PATCH", "/api/v1/me", "{\"role\":\"admin\"}", "If-Match", edited.header("ETag"))
                .isProblem(400, "request.invalid")
                .naming("/role");

        var token = Map.of("token", mailed(log, "verify-email"));
        anonymous.post("/api/v1/auth/email/verify", token).is(204);
        anonymous.post("/api/v1/auth/email/verify", token).isProblem(422, "identity.token-invalid");
        assertThat(grace.get("/api/v1/me").json().at("/emailVerifiedAt").isNull())
                .isFalse();
    }

    @Test
    void refreshesListsAndEndsSessions() {
        register("ada");
        var here = login("ada", PASSWORD);
        var there = login("ada", PASSWORD);
        var ada = anonymous.with(here.at("/accessToken").asString());
        var sessions = ada.get("/api/v1/me/sessions").is(200).json().at("/items");
        assertThat(sessions.valueStream().map(session -> session.at("/current").asBoolean()))
                .containsExactly(false, true);

        var renewed = refresh(here).is(200).json();
        refresh(renewed).is(200);
        ada.send("DELETE", "/api/v1/me/sessions/" + sessions.at("/0/id").asString(), null)
                .is(204);
        refresh(there).isProblem(401, "identity.session-ended");

        anonymous
                .post(
                        "/api/v1/auth/logout",
                        Map.of("refreshToken", renewed.at("/refreshToken").asString()))
                .is(204);
        refresh(renewed).isProblem(401, "identity.session-ended");
        assertThat(ada.get("/api/v1/me/sessions").json().at("/items").isEmpty()).isTrue();
    }

    @Test
    void resetsAForgottenPasswordByMail(CapturedOutput log) {
        register("edsger");
        var session = login("edsger", PASSWORD);
        anonymous
                .post("/api/v1/auth/password/forgot", Map.of("email", "nobody@example.org"))
                .is(202);
        anonymous
                .post("/api/v1/auth/password/forgot", Map.of("email", "edsger@example.org"))
                .is(202);

        var reset = Map.of("token", mailed(log, "reset-password"), "password", "goto considered harmful");
        anonymous.post("/api/v1/auth/password/reset", reset).is(204);

        anonymous.post("/api/v1/auth/password/reset", reset).isProblem(422, "identity.token-invalid");
        refresh(session).isProblem(401, "identity.session-ended");
        attempt("edsger", PASSWORD).isProblem(401, "identity.credentials-invalid");
        login("edsger", "goto considered harmful");
    }

    @Test
    void aLostAnswerOfARefreshIsGivenAgainUntilItsTokenIsUsed() {
        register("mary");
        var first = login("mary", PASSWORD);
        var second = refresh(first).is(200).json();
        assertThat(refresh(first).is(200).json().at("/refreshToken")).isEqualTo(second.at("/refreshToken"));
        var third = refresh(second).is(200).json();
        refresh(first).isProblem(401, "identity.session-ended");
        refresh(third).isProblem(401, "identity.session-ended");
    }

    @Test
    void ignoresAStaleTokenAtLoginRegistrationAndRefresh() {
        register("joan");
        var session = login("joan", PASSWORD);
        var stale = anonymous.with(session.at("/accessToken").asString());
        stale.get("/api/v1/me").is(200);
        stale.send(
                        "DELETE",
                        "/api/v1/me/sessions/"
                                + stale.get("/api/v1/me/sessions")
                                        .json()
                                        .at("/items/0/id")
                                        .asString(),
                        null)
                .is(204);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> stale.get("/api/v1/me").status() == 401);

        for (var bad : List.of(stale, anonymous.with("not.a.token"))) {
            var again = bad.post("/api/v1/auth/login", Map.of("email", "joan@example.org", "password", PASSWORD))
                    .is(200)
                    .json();
            bad.post(
                            "/api/v1/auth/refresh",
                            Map.of("refreshToken", again.at("/refreshToken").asString()))
                    .is(200);
        }
    }

    @Test
    void changesAddressAndPasswordWithTheCurrentPassword(CapturedOutput log) {
        register("kathleen");
        var here = anonymous.login("kathleen@example.org", PASSWORD);
        var there = login("kathleen", PASSWORD);
        here.post("/api/v1/me/email", Map.of("currentPassword", "a guess", "email", "antonelli@example.org"))
                .isProblem(422, "identity.password-wrong")
                .naming("/currentPassword");
        var asked = here.post("/api/v1/me/email", Map.of("currentPassword", PASSWORD, "email", "antonelli@example.org"))
                .is(200)
                .json();
        assertThat(asked.at("/email").asString()).isEqualTo("kathleen@example.org");
        assertThat(asked.at("/pendingEmail").asString()).isEqualTo("antonelli@example.org");
        refresh(there).isProblem(401, "identity.session-ended");
        anonymous
                .post("/api/v1/auth/email/verify", Map.of("token", mailed(log, "verify-email")))
                .is(204);
        assertThat(log.getOut()).contains("another email address has been entered for your account");
        attempt("kathleen", PASSWORD).isProblem(401, "identity.credentials-invalid");
        login("antonelli", PASSWORD);

        here.post("/api/v1/me/password", Map.of("currentPassword", PASSWORD, "password", "password123"))
                .isProblem(400, "request.invalid")
                .naming("/password");
        here.post("/api/v1/me/password", Map.of("currentPassword", PASSWORD, "password", "goto considered harmful"))
                .is(204);
        login("antonelli", "goto considered harmful");
    }

    @Test
    void tooManyWrongPasswordsLockTheLoginEvenForTheRightOne() {
        register("alan");
        for (int attempt = 0; attempt < 5; attempt++) {
            attempt("alan", "wrong").isProblem(401, "identity.credentials-invalid");
        }
        var refused = attempt("alan", PASSWORD).isProblem(429, "identity.login-locked");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(800, 900);
    }

    @Test
    void administratorsEditAndDeactivateOthers() {
        var admin = anonymous.demo("admin");
        register("barbara");
        var barbara = anonymous.login("barbara@example.org", PASSWORD);
        var path = "/api/v1/users/" + barbara.myId();
        barbara.get("/api/v1/users").isProblem(403, "auth.forbidden");
        barbara.get(path).isProblem(403, "auth.forbidden");
        assertThat(admin.get("/api/v1/users?role=student&count=true&limit=1")
                        .is(200)
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(barbara.myId());

        var version = admin.get(path).is(200).header("ETag");
        var promoted = admin.send("PATCH", path, "{\"role\":\"sales\"}", "If-Match", version)
                .is(200);
        assertThat(promoted.json().at("/role").asString()).isEqualTo("sales");
        admin.send("PATCH", path, "{\"salesHeadId\":\"" + barbara.myId() + "\"}", "If-Match", promoted.header("ETag"))
                .isProblem(422, "identity.sales-head-cycle")
                .naming("/salesHeadId");

        admin.send("POST", path + "/deactivate", null).is(200);
        admin.send("POST", path + "/deactivate", null).isProblem(409, "identity.illegal-transition");
        admin.send("POST", "/api/v1/users/" + admin.myId() + "/deactivate", null)
                .isProblem(403, "identity.own-account");
        attempt("barbara", PASSWORD).isProblem(401, "identity.credentials-invalid");
        admin.send("POST", path + "/activate", null).is(200);
        login("barbara", PASSWORD);
    }

    @Test
    void aSecondFactorIsNeededForEachLaterLogIn() {
        register("radia");
        var radia = anonymous.login("radia@example.org", PASSWORD);
        var enrolled = radia.post(ME + "/second-factor", Map.of("currentPassword", PASSWORD))
                .is(201);
        var app = new Authenticator(enrolled.json().at("/secret").asString());
        var codes = radia.post(
                        ME + "/second-factor/confirm",
                        Map.of("code", app.codeAt(Instant.now()).value()))
                .is(200);
        attempt("radia", PASSWORD).isProblem(401, "identity.second-factor-required");
        var recovery = codes.json().at("/recoveryCodes/0").asString();
        var login = Map.of("email", "radia@example.org", "password", PASSWORD, "code", recovery);
        var again = anonymous.with(anonymous
                .post("/api/v1/auth/login", login)
                .is(200)
                .json()
                .at("/accessToken")
                .asString());
        anonymous.post("/api/v1/auth/login", login).isProblem(422, "identity.code-invalid");
        assertThat(again.get(ME + "/security-events").is(200).text())
                .contains("second_factor_enabled", "recovery_code_used", "code_refused");
        assertThat(again.get(ME + "/export")
                        .is(200)
                        .json()
                        .at("/securityEvents")
                        .size())
                .isEqualTo(3);
        var next = codes.json().at("/recoveryCodes/1").asString();
        again.post(ME + "/delete", Map.of("currentPassword", PASSWORD, "code", next))
                .is(204);
        attempt("radia", PASSWORD).isProblem(401, "identity.credentials-invalid");
        register("radia");
    }

    private void register(String name) {
        var request = Map.of(
                "email",
                name + "@example.org",
                "username",
                name,
                "password",
                PASSWORD,
                "firstName",
                "First",
                "lastName",
                "Last");
        anonymous.post("/api/v1/auth/register", request).is(202);
    }

    private Api.Answer attempt(String name, String password) {
        return anonymous.post("/api/v1/auth/login", Map.of("email", name + "@example.org", "password", password));
    }

    private JsonNode login(String name, String password) {
        return attempt(name, password).is(200).json();
    }

    private Api.Answer refresh(JsonNode tokens) {
        return anonymous.post(
                "/api/v1/auth/refresh",
                Map.of("refreshToken", tokens.at("/refreshToken").asString()));
    }

    /** Returns the token of the mail that the development mailer last logged. */
    private String mailed(CapturedOutput log, String link) {
        mails.sendDue();
        @Nullable String last = null;
        var matcher = Pattern.compile(link + "\\?token=(\\S+)").matcher(log.getOut());
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return Objects.requireNonNull(last, "no mail with " + link);
    }
}
