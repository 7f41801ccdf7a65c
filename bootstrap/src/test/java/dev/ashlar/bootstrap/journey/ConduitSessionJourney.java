// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Tokens of the RealWorld API: valid for a day, refused a few seconds after their session has ended. */
@JourneyTest
class ConduitSessionJourney {
    private static final Duration SOON = Duration.ofSeconds(10);

    @LocalServerPort
    private int port;

    private Conduit anonymous;
    private String name;
    private Conduit jake;

    @BeforeEach
    void register() {
        anonymous = Conduit.at(port);
        name = Conduit.newName("jake");
        jake = anonymous.register(name);
    }

    @Test
    void issuesATokenForADay() {
        var token = String.valueOf(jake.token());
        var payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
        var claims = JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(payload));
        var left = Duration.between(
                Instant.now(), Instant.ofEpochSecond(claims.at("/exp").asLong()));
        assertThat(left).isBetween(Duration.ofHours(23).plusMinutes(55), Duration.ofHours(24));
    }

    /** One test, because answers about a session are remembered for seconds, which pass for all of them at once. */
    @Test
    void refusesTokensSoonAfterTheirSessionsHaveEnded() {
        var leaver = newcomer("leaver");
        endSession(leaver);
        var idler = newcomer("idler");
        deactivate(idler);
        var elsewhere = login(name, Conduit.PASSWORD);
        elsewhere.get("/user").is(200);
        jake.put("/user", Map.of("user", Map.of("password", "another password")))
                .is(200);
        var seller = newcomer("seller");
        var sellersName = seller.get("/user").json().at("/user/username").asString();
        promote(seller);

        List.of(leaver, idler, elsewhere, seller).forEach(ConduitSessionJourney::endsSoon);

        leaver.api().with(leaver.token()).get("/api/v1/me").isProblem(401, "auth.unauthenticated");
        jake.get("/user").is(200);
        login(name, "another password").get("/user").is(200);
        login(sellersName, Conduit.PASSWORD).get("/user").is(200);
    }

    private Conduit newcomer(String prefix) {
        var person = anonymous.register(Conduit.newName(prefix));
        person.get("/user").is(200);
        return person;
    }

    private static void endSession(Conduit person) {
        var own = person.api().with(person.token());
        var session =
                own.get("/api/v1/me/sessions").is(200).json().at("/items/0/id").asString();
        own.send("DELETE", "/api/v1/me/sessions/" + session, null).is(204);
    }

    private static void deactivate(Conduit person) {
        var admin = person.api().demo("admin");
        admin.send("POST", pathOf(person) + "/deactivate", null).is(200);
    }

    private static void promote(Conduit person) {
        var admin = person.api().demo("admin");
        admin.send(
                        "PATCH",
                        pathOf(person),
                        "{\"role\":\"sales\"}",
                        "If-Match",
                        admin.get(pathOf(person)).header("ETag"))
                .is(200);
    }

    private static String pathOf(Conduit person) {
        return "/api/v1/users/" + person.api().with(person.token()).myId();
    }

    private Conduit login(String person, String password) {
        var answer = anonymous.post(
                "/users/login", Map.of("user", Map.of("email", person + "@example.org", "password", password)));
        return anonymous.with(answer.is(200).json().at("/user/token").asString());
    }

    private static void endsSoon(Conduit person) {
        await().atMost(SOON).until(() -> person.get("/user").status() == 401);
        person.get("/user").isFieldError(401, "token", "is invalid");
        person.get("/articles/feed").isFieldError(401, "token", "is invalid");
        person.get("/articles").is(200);
        person.post("/users/login", Map.of("user", Map.of("email", "nobody@example.org", "password", "a guess")))
                .isFieldError(401, "credentials", "invalid");
    }
}
