// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Success.by;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import dev.ashlar.identity.domain.Authenticator;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests of identity that succeed. */
final class IdentitySuccesses implements ContextSuccesses {
    private static final String AUTH = "/api/v1/auth";
    private static final String ME = "/api/v1/me";
    private static final String FACTOR = ME + "/second-factor";
    private static final String USER = "/api/v1/users/{id}";
    private static final String CURRENT = "/currentPassword";
    private static final String PASSWORD = Api.NEWCOMERS_PASSWORD;

    private final Api nobody;
    private final Api admin;
    private final JdbcClient psql;

    IdentitySuccesses(Stage stage) {
        this.nobody = stage.nobody();
        this.admin = nobody.demo("admin");
        this.psql = stage.databases().database().psql();
    }

    @Override
    public void addTo(Successes all) {
        addAnonymous(all);
        addOfTheAccount(all);
        addSecondFactor(all);
        addOfAdministrators(all);
    }

    private void addAnonymous(Successes all) {
        all.add(
                        "POST " + AUTH + "/register",
                        () -> by(nobody)
                                .with("/email", SalesOffice.mail())
                                .with("/username", Campus.code().replace('-', '_')))
                .add(
                        "POST " + AUTH + "/login",
                        () -> by(nobody)
                                .with("/email", email(nobody.newcomer()))
                                .with("/password", PASSWORD))
                .add("POST " + AUTH + "/refresh", () -> by(nobody).with("/refreshToken", refreshToken()))
                .add("POST " + AUTH + "/logout", () -> by(nobody).with("/refreshToken", refreshToken()))
                .add("POST " + AUTH + "/password/forgot", () -> by(nobody))
                .add("POST " + AUTH + "/password/reset", () -> {
                    var email = email(nobody.newcomer());
                    nobody.post(AUTH + "/password/forgot", Map.of("email", email))
                            .is(202);
                    return by(nobody).with("/token", mailed(email, "password_reset"));
                })
                .add(
                        "POST " + AUTH + "/email/verify",
                        () -> by(nobody).with("/token", mailed(email(nobody.newcomer()), "email_verification")));
    }

    private void addOfTheAccount(Successes all) {
        all.add("GET " + ME, () -> by(nobody.newcomer()))
                .add("PATCH " + ME, () -> by(nobody.newcomer()))
                .add("POST " + ME + "/password", () -> by(nobody.newcomer()).with(CURRENT, PASSWORD))
                .add(
                        "POST " + ME + "/email",
                        () -> by(nobody.newcomer()).with(CURRENT, PASSWORD).with("/email", SalesOffice.mail()))
                .add("POST " + ME + "/delete", () -> by(nobody.newcomer()).with(CURRENT, PASSWORD))
                .add("DELETE " + ME + "/sessions/{id}", () -> {
                    var user = nobody.newcomer();
                    nobody.login(email(user), PASSWORD);
                    return by(
                            user,
                            user.get(ME + "/sessions").json().at("/items/0/id").asString());
                });
    }

    private void addSecondFactor(Successes all) {
        all.add("POST " + FACTOR, () -> by(nobody.newcomer()).with(CURRENT, PASSWORD))
                .add("POST " + FACTOR + "/confirm", () -> {
                    var user = nobody.newcomer();
                    return by(user).with(
                                    "/code",
                                    enrolled(user).codeAt(Instant.now()).value());
                })
                .add("POST " + FACTOR + "/disable", () -> {
                    var user = nobody.newcomer();
                    var code = enrolled(user).codeAt(Instant.now()).value();
                    var recovery = user.post(FACTOR + "/confirm", Map.of("code", code))
                            .is(200)
                            .json();
                    return by(user).with(CURRENT, PASSWORD)
                            .with("/code", recovery.at("/recoveryCodes/0").asString());
                });
    }

    private void addOfAdministrators(Successes all) {
        for (var operation : new String[] {"GET " + USER, "POST " + USER + "/deactivate"}) {
            all.add(operation, () -> by(admin, nobody.newcomer().myId()));
        }
        all.add("PATCH " + USER, () -> by(admin, nobody.newcomer().myId()).with("/salesHeadId", null))
                .add("POST " + USER + "/activate", () -> {
                    var id = nobody.newcomer().myId();
                    admin.send("POST", "/api/v1/users/" + id + "/deactivate", null)
                            .is(200);
                    return by(admin, id);
                });
    }

    private static String email(Api user) {
        return user.get(ME).json().at("/email").asString();
    }

    private String refreshToken() {
        var login = Map.of("email", email(nobody.newcomer()), "password", PASSWORD);
        return nobody.post(AUTH + "/login", login)
                .is(200)
                .json()
                .at("/refreshToken")
                .asString();
    }

    private static Authenticator enrolled(Api user) {
        var answer = user.post(FACTOR, Map.of("currentPassword", PASSWORD)).is(201);
        return new Authenticator(answer.json().at("/secret").asString());
    }

    /** Replaces the token that is to be mailed by one that is known. */
    private String mailed(String recipient, String purpose) {
        var token = UUID.randomUUID().toString();
        int changed = psql.sql("""
                        UPDATE identity.one_time_tokens
                        SET token_hash = encode(sha256(CAST(:token AS bytea)), 'hex'),
                            attempts = 1,
                            sent_at = now(),
                            expires_at = now() + INTERVAL '1 hour'
                        WHERE recipient = :recipient
                          AND purpose::text = :purpose
                        """)
                .param("token", token)
                .param("recipient", recipient)
                .param("purpose", purpose)
                .update();
        if (changed != 1) {
            throw new IllegalStateException(changed + " mails of " + purpose + " to " + recipient);
        }
        return token;
    }
}
