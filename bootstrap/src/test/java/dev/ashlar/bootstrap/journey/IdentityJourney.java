// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Accounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.application.AccountMailWorkflow;
import dev.ashlar.identity.domain.Authenticator;
import java.time.Instant;
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

/** Life of an account, from the registration to the deactivation. */
@JourneyTest
@ExtendWith(OutputCaptureExtension.class)
class IdentityJourney {
    private static final String ME = "/api/v1/me";

    @LocalServerPort
    private int port;

    @Autowired
    private AccountMailWorkflow mails;

    private Api anonymous;
    private Accounts accounts;

    @BeforeEach
    void start() {
        anonymous = Api.at(port);
        accounts = new Accounts(anonymous);
    }

    @Test
    void registeringCreatesAnAccountThatItsUserMayEdit(CapturedOutput log) {
        accounts.register("grace");
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
        while (mails.sendDue() > 0) {}
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
    void exportsEachListThatTheContextsStoreAboutAPerson() {
        accounts.register("rosalind");
        var export = anonymous
                .login("rosalind@example.org", PASSWORD)
                .get("/api/v1/me/export")
                .is(200)
                .json();

        assertThat(export.propertyNames())
                .contains(
                        "account",
                        "allotmentRequests",
                        "applicationEvents",
                        "applications",
                        "articles",
                        "comments",
                        "discountRequests",
                        "enrollments",
                        "favorites",
                        "feedbackGiven",
                        "follows",
                        "meetings",
                        "mentorProfiles",
                        "orders",
                        "securityEvents",
                        "sessions",
                        "walletHolds",
                        "walletUsages");
    }

    @Test
    void resetsAForgottenPasswordByMail(CapturedOutput log) {
        accounts.register("edsger");
        var session = accounts.login("edsger", PASSWORD);
        anonymous
                .post("/api/v1/auth/password/forgot", Map.of("email", "nobody@example.org"))
                .is(202);
        anonymous
                .post("/api/v1/auth/password/forgot", Map.of("email", "edsger@example.org"))
                .is(202);

        var reset = Map.of("token", mailed(log, "reset-password"), "password", "goto considered harmful");
        anonymous.post("/api/v1/auth/password/reset", reset).is(204);

        anonymous.post("/api/v1/auth/password/reset", reset).isProblem(422, "identity.token-invalid");
        accounts.refresh(session).isProblem(401, "identity.session-ended");
        accounts.attempt("edsger", PASSWORD).isProblem(401, "identity.credentials-invalid");
        accounts.login("edsger", "goto considered harmful");
    }

    @Test
    void changesAddressAndPasswordWithTheCurrentPassword(CapturedOutput log) {
        accounts.register("kathleen");
        var here = anonymous.login("kathleen@example.org", PASSWORD);
        var there = accounts.login("kathleen", PASSWORD);
        here.post("/api/v1/me/email", Map.of("currentPassword", "a guess", "email", "antonelli@example.org"))
                .isProblem(422, "identity.password-wrong")
                .naming("/currentPassword");
        var asked = here.post("/api/v1/me/email", Map.of("currentPassword", PASSWORD, "email", "antonelli@example.org"))
                .is(200)
                .json();
        assertThat(asked.at("/email").asString()).isEqualTo("kathleen@example.org");
        assertThat(asked.at("/pendingEmail").asString()).isEqualTo("antonelli@example.org");
        accounts.refresh(there).isProblem(401, "identity.session-ended");
        anonymous
                .post("/api/v1/auth/email/verify", Map.of("token", mailed(log, "verify-email")))
                .is(204);
        assertThat(log.getOut()).contains("another email address has been entered for your account");
        accounts.attempt("kathleen", PASSWORD).isProblem(401, "identity.credentials-invalid");
        accounts.login("antonelli", PASSWORD);

        here.post("/api/v1/me/password", Map.of("currentPassword", PASSWORD, "password", "password123"))
                .isProblem(400, "request.invalid")
                .naming("/password");
        here.post("/api/v1/me/password", Map.of("currentPassword", PASSWORD, "password", "goto considered harmful"))
                .is(204);
        accounts.login("antonelli", "goto considered harmful");
    }

    @Test
    void administratorsEditAndDeactivateOthers() {
        var admin = anonymous.demo("admin");
        accounts.register("barbara");
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
        accounts.attempt("barbara", PASSWORD).isProblem(401, "identity.credentials-invalid");
        admin.send("POST", path + "/activate", null).is(200);
        accounts.login("barbara", PASSWORD);
    }

    @Test
    void aSecondFactorIsNeededForEachLaterLogIn() {
        accounts.register("radia");
        var radia = anonymous.login("radia@example.org", PASSWORD);
        var enrolled = radia.post(ME + "/second-factor", Map.of("currentPassword", PASSWORD))
                .is(201);
        var app = new Authenticator(enrolled.json().at("/secret").asString());
        var codes = radia.post(
                        ME + "/second-factor/confirm",
                        Map.of("code", app.codeAt(Instant.now()).value()))
                .is(200);
        accounts.attempt("radia", PASSWORD).isProblem(401, "identity.second-factor-required");
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
        accounts.attempt("radia", PASSWORD).isProblem(401, "identity.credentials-invalid");
        accounts.register("radia");
    }

    /** Returns the token of the mail that the development mailer last logged. */
    private String mailed(CapturedOutput log, String link) {
        while (mails.sendDue() > 0) {}
        @Nullable String last = null;
        var matcher = Pattern.compile(link + "\\?token=(\\S+)").matcher(log.getOut());
        while (matcher.find()) {
            last = matcher.group(1);
        }
        return Objects.requireNonNull(last, "no mail with " + link);
    }
}
