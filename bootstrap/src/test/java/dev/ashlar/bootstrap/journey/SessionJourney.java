// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Accounts.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Life of a session, from the login to its end. */
@JourneyTest
class SessionJourney {
    @LocalServerPort
    private int port;

    @Autowired
    private FreshDatabase.Switch databases;

    private Api anonymous;
    private Accounts accounts;

    @BeforeEach
    void start() {
        anonymous = Api.at(port);
        accounts = new Accounts(anonymous);
    }

    @Test
    void refreshesListsAndEndsSessions() {
        accounts.register("ada");
        var here = accounts.login("ada", PASSWORD);
        var there = accounts.login("ada", PASSWORD);
        var ada = anonymous.with(here.at("/accessToken").asString());
        var sessions = ada.get("/api/v1/me/sessions").is(200).json().at("/items");
        assertThat(sessions.valueStream().map(session -> session.at("/current").asBoolean()))
                .containsExactly(false, true);

        var renewed = accounts.refresh(here).is(200).json();
        accounts.refresh(renewed).is(200);
        ada.send("DELETE", "/api/v1/me/sessions/" + sessions.at("/0/id").asString(), null)
                .is(204);
        accounts.refresh(there).isProblem(401, "identity.session-ended");

        anonymous
                .post(
                        "/api/v1/auth/logout",
                        Map.of("refreshToken", renewed.at("/refreshToken").asString()))
                .is(204);
        accounts.refresh(renewed).isProblem(401, "identity.session-ended");
        assertThat(ada.get("/api/v1/me/sessions").json().at("/items").isEmpty()).isTrue();
    }

    /** Another instance ends the session, of which this one knows nothing. */
    @Test
    void changesNothingOnceTheSessionHasEndedElsewhere() {
        accounts.register("eve");
        var eve = anonymous.with(
                accounts.login("eve", PASSWORD).at("/accessToken").asString());
        eve.post("/api/v1/todos", Map.of("title", "Before")).is(201);
        databases
                .database()
                .psql()
                .sql("DELETE FROM identity.refresh_tokens WHERE user_id = ?")
                .param(UUID.fromString(eve.myId()))
                .update();

        eve.post("/api/v1/todos", Map.of("title", "After")).isProblem(401, "auth.unauthenticated");
    }

    @Test
    void aLostAnswerOfARefreshIsGivenAgainUntilItsTokenIsUsed() {
        accounts.register("mary");
        var first = accounts.login("mary", PASSWORD);
        var second = accounts.refresh(first).is(200).json();
        assertThat(accounts.refresh(first).is(200).json().at("/refreshToken")).isEqualTo(second.at("/refreshToken"));
        var third = accounts.refresh(second).is(200).json();
        accounts.refresh(first).isProblem(401, "identity.session-ended");
        accounts.refresh(third).isProblem(401, "identity.session-ended");
    }

    @Test
    @Tag("exhaustive")
    void ignoresAStaleTokenAtLoginRegistrationAndRefresh() {
        accounts.register("joan");
        var session = accounts.login("joan", PASSWORD);
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
        await().until(() -> stale.get("/api/v1/me").status() == 401);

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
    void tooManyWrongPasswordsLockTheLoginEvenForTheRightOne() {
        accounts.register("alan");
        for (int attempt = 0; attempt < 5; attempt++) {
            accounts.attempt("alan", "wrong").isProblem(401, "identity.credentials-invalid");
        }
        var refused = accounts.attempt("alan", PASSWORD).isProblem(429, "identity.login-locked");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(800, 900);
    }
}
