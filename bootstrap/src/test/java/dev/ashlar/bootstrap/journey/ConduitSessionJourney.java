package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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

    @Test
    void refusesATokenAfterItsSessionHasEnded() {
        jake.get("/user").is(200);
        var own = jake.api().with(jake.token());
        var session =
                own.get("/api/v1/me/sessions").is(200).json().at("/items/0/id").asString();
        own.send("DELETE", "/api/v1/me/sessions/" + session, null).is(204);
        endsSoon(jake);
        own.get("/api/v1/me").isProblem(401, "auth.unauthenticated");
    }

    @Test
    void refusesATokenAfterADeactivation() {
        jake.get("/user").is(200);
        var admin = jake.api().demo("admin");
        admin.send("POST", "/api/v1/users/" + jake.api().with(jake.token()).myId() + "/deactivate", null)
                .is(200);
        endsSoon(jake);
    }

    @Test
    void endsAllOtherSessionsWithANewPassword() {
        var elsewhere = login(Conduit.PASSWORD);
        elsewhere.get("/user").is(200);
        jake.put("/user", Map.of("user", Map.of("password", "another password")))
                .is(200);
        endsSoon(elsewhere);
        jake.get("/user").is(200);
        login("another password").get("/user").is(200);
    }

    @Test
    void refusesATokenAfterAChangeOfRole() {
        var own = jake.api().with(jake.token());
        var path = "/api/v1/users/" + own.myId();
        var admin = jake.api().demo("admin");
        admin.send(
                        "PATCH",
                        path,
                        "{\"role\":\"sales\"}",
                        "If-Match",
                        admin.get(path).header("ETag"))
                .is(200);
        endsSoon(jake);
        login(Conduit.PASSWORD).get("/user").is(200);
    }

    private Conduit login(String password) {
        var answer = anonymous.post(
                "/users/login", Map.of("user", Map.of("email", name + "@example.org", "password", password)));
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
