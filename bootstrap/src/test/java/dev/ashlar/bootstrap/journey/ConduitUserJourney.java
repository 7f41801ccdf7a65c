// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Registration, login and account updates through the RealWorld API. */
@JourneyTest
class ConduitUserJourney {
    @LocalServerPort
    private int port;

    private Conduit anonymous;

    @BeforeEach
    void start() {
        anonymous = Conduit.at(port);
    }

    @Test
    void registersAUserWithAToken() {
        var name = Conduit.newName("jake");
        var joined = anonymous
                .send("POST", "/users", user(name, name + "@example.org", Conduit.PASSWORD))
                .is(201);
        assertThat(joined.json().at("/user/username").asString()).isEqualTo(name);
        assertThat(joined.json().at("/user/email").asString()).isEqualTo(name + "@example.org");
        assertThat(joined.json().at("/user/bio").isNull()).isTrue();
        assertThat(joined.json().at("/user/image").isNull()).isTrue();

        var jake = anonymous.with(joined.json().at("/user/token").asString());
        var me = jake.get("/user").is(200).json();
        assertThat(me.at("/user/username").asString()).isEqualTo(name);
        assertThat(me.at("/user/token").asString()).isEqualTo(jake.token());
    }

    @Test
    void issuesATokenForBothApisUnderBothSchemes() {
        var name = Conduit.newName("jake");
        anonymous.register(name);
        var login = anonymous
                .send(
                        "POST",
                        "/users/login",
                        "{\"user\":{\"email\":\"%s@example.org\",\"password\":\"%s\"}}"
                                .formatted(name, Conduit.PASSWORD))
                .is(200);
        var token = login.json().at("/user/token").asString();
        anonymous.send("GET", "/user", null, "Authorization", "Bearer " + token).is(200);
        anonymous.send("GET", "/user", null, "Authorization", "token " + token).is(200);
        var me = anonymous.api().with(token).get("/api/v1/me").is(200).json();
        assertThat(me.at("/username").asString()).isEqualTo(name);
    }

    @Test
    void acceptsTokensOfTheOwnApi() {
        var login = anonymous
                .api()
                .post("/api/v1/auth/login", Map.of("email", "student@ashlar.example", "password", Api.DEMO_PASSWORD))
                .is(200);
        var me = anonymous
                .with(login.json().at("/accessToken").asString())
                .get("/user")
                .is(200);
        assertThat(me.json().at("/user/username").asString()).isEqualTo("student");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "username, ''",
                "username, null",
                "email, ''",
                "email, null",
                "password, ''",
                "password, null",
            })
    void namesTheMissingOrBlankFieldOfARegistration(String field, String value) {
        var name = Conduit.newName("blank");
        var all = user(name, name + "@example.org", Conduit.PASSWORD);
        var replaced = all.replaceAll(
                "\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":" + (value.equals("null") ? "null" : "\"\""));
        anonymous.send("POST", "/users", replaced).isFieldError(422, field, "can't be blank");
        var without = all.replaceAll("\"" + field + "\":\"[^\"]*\",?", "").replace(",}", "}");
        anonymous.send("POST", "/users", without).isFieldError(422, field, "can't be blank");
    }

    @Test
    void namesAllBlankFieldsAtOnce() {
        var errors = anonymous.send("POST", "/users", "{\"user\":{}}").json().at("/errors");
        assertThat(errors.propertyNames()).containsExactlyInAnyOrder("username", "email", "password");
        anonymous.send("POST", "/users", "{}").isFieldError(422, "user", "can't be blank");
    }

    @Test
    void acceptsLongPasswordsAndRefusesShortOnes() {
        var name = Conduit.newName("pass");
        anonymous
                .send("POST", "/users", user(name, name + "@example.org", "seven77"))
                .isFieldError(422, "password", "must have 8 to 256 characters");
        anonymous
                .send("POST", "/users", user(name, name + "@example.org", "password"))
                .is(201);
        var other = Conduit.newName("pass");
        anonymous
                .send("POST", "/users", user(other, other + "@example.org", "long words ".repeat(20)))
                .is(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-address", "a@b", "@example.org", "two@at@example.org"})
    void refusesMalformedEmailAddresses(String email) {
        anonymous
                .send("POST", "/users", user(Conduit.newName("mail"), email, Conduit.PASSWORD))
                .isFieldError(422, "email", "must be an email address of ASCII characters");
    }

    @Test
    void refusesTakenNamesAndAddressesInAnyCase() {
        var name = Conduit.newName("twin");
        anonymous.register(name);
        anonymous
                .send("POST", "/users", user(name.toUpperCase(Locale.ROOT), "o@example.org", Conduit.PASSWORD))
                .isFieldError(409, "username", "has already been taken");
        anonymous
                .send("POST", "/users", user(Conduit.newName("twin"), name + "@EXAMPLE.org", Conduit.PASSWORD))
                .isFieldError(409, "email", "has already been taken");

        var other = anonymous.register(Conduit.newName("twin"));
        other.put("/user", Map.of("user", Map.of("username", name)))
                .isFieldError(409, "username", "has already been taken");
        other.put("/user", Map.of("user", Map.of("email", name + "@example.org")))
                .isFieldError(409, "email", "has already been taken");
    }

    @Test
    void answersEveryFailedLoginAlike() {
        var name = Conduit.newName("login");
        anonymous.register(name);
        for (var email : new String[] {name + "@example.org", "anonymous@example.org", "not an address"}) {
            anonymous
                    .post("/users/login", Map.of("user", Map.of("email", email, "password", "wrong password")))
                    .isFieldError(401, "credentials", "invalid");
        }
        anonymous
                .post("/users/login", Map.of("user", Map.of("email", "", "password", "x")))
                .isFieldError(422, "email", "can't be blank");
        anonymous
                .post("/users/login", Map.of("user", Map.of("email", "a@example.org", "password", "")))
                .isFieldError(422, "password", "can't be blank");
        for (int i = 0; i < 4; i++) {
            anonymous.post("/users/login", Map.of("user", Map.of("email", name + "@example.org", "password", "wrong")));
        }
        var locked = anonymous.post(
                "/users/login", Map.of("user", Map.of("email", name + "@example.org", "password", Conduit.PASSWORD)));
        assertThat(locked.isFieldError(429, "credentials", "tried too often; try again later")
                        .header("Retry-After"))
                .isNotEmpty();
    }

    @Test
    void keepsFieldsThatAnUpdateOmitsAndClearsOptionalOnes() {
        var jake = anonymous.register(Conduit.newName("jake"));
        var all = "{\"user\":{\"bio\":\"I work\",\"image\":\"https://example.org/jake.png\",\"surprise\":1}}";
        var changed = jake.send("PUT", "/user", all).is(200).json();
        assertThat(changed.at("/user/bio").asString()).isEqualTo("I work");
        assertThat(changed.at("/user/image").asString()).isEqualTo("https://example.org/jake.png");

        var kept = jake.send("PUT", "/user", "{\"user\":{}}").is(200).json();
        assertThat(kept).isEqualTo(changed);

        assertThat(jake.send("PUT", "/user", "{\"user\":{\"bio\":null,\"image\":\"\"}}")
                        .is(200)
                        .json()
                        .at("/user/bio")
                        .isNull())
                .isTrue();
        jake.send("PUT", "/user", all).is(200);
        var cleared = jake.send("PUT", "/user", "{\"user\":{\"bio\":\"\",\"image\":null}}")
                .is(200)
                .json();
        assertThat(cleared.at("/user/bio").isNull()).isTrue();
        assertThat(cleared.at("/user/image").isNull()).isTrue();
        jake.send("PUT", "/user", "{\"user\":{\"image\":\"not a picture\"}}")
                .isFieldError(422, "image", "must be an http or https URL of at most 508 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "email", "password"})
    void refusesToClearARequiredField(String field) {
        var jake = anonymous.register(Conduit.newName("jake"));
        jake.send("PUT", "/user", "{\"user\":{\"" + field + "\":null}}").isFieldError(422, field, "can't be blank");
        jake.send("PUT", "/user", "{\"user\":{\"" + field + "\":\"\"}}").isFieldError(422, field, "can't be blank");
    }

    @Test
    void usesTheNewNameAndPasswordAfterAnUpdateAndTheNewAddressOnceItIsVerified() {
        var jake = anonymous.register(Conduit.newName("jake"));
        var name = Conduit.newName("jacob");
        var change = Map.of("username", name, "email", name + "@example.org", "password", "another password");
        var before = jake.get("/user").json().at("/user/email").asString();
        var changed = jake.put("/user", Map.of("user", change)).is(200).json();
        assertThat(changed.at("/user/token").asString()).isEqualTo(jake.token());
        assertThat(changed.at("/user/email").asString()).isEqualTo(name + "@example.org");
        assertThat(jake.get("/user").is(200).json()).isEqualTo(changed);
        assertThat(jake.get("/user").is(200).json().at("/user/username").asString())
                .isEqualTo(name);
        anonymous
                .post("/users/login", Map.of("user", Map.of("email", before, "password", "another password")))
                .is(200);
        anonymous
                .post("/users/login", Map.of("user", Map.of("email", before, "password", Conduit.PASSWORD)))
                .isFieldError(401, "credentials", "invalid");
        anonymous
                .post(
                        "/users/login",
                        Map.of("user", Map.of("email", name + "@example.org", "password", "another password")))
                .isFieldError(401, "credentials", "invalid");
        jake.put("/user", Map.of("user", Map.of("password", "short")))
                .isFieldError(422, "password", "must have 8 to 256 characters");
    }

    private static String user(String username, String email, String password) {
        return "{\"user\":{\"username\":\"%s\",\"email\":\"%s\",\"password\":\"%s\"}}"
                .formatted(username, email, password);
    }
}
