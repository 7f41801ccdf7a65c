// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that the RealWorld API refuses: without a token, malformed, or to paths that do not exist. */
@JourneyTest
class ConduitRefusalsJourney {
    @LocalServerPort
    private int port;

    private Conduit anonymous;

    @BeforeEach
    void start() {
        anonymous = Conduit.at(port);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /user",
        "PUT, /user",
        "POST, /profiles/unknown/follow",
        "DELETE, /profiles/unknown/follow",
        "GET, /articles/feed",
        "POST, /articles",
        "PUT, /articles/unknown",
        "DELETE, /articles/unknown",
        "POST, /articles/unknown/comments",
        "DELETE, /articles/unknown/comments/1",
        "POST, /articles/unknown/favorite",
        "DELETE, /articles/unknown/favorite"
    })
    void requiresATokenBeforeItReadsTheRequest(String method, String path) {
        for (var body : new String[] {null, "{}", "no json"}) {
            anonymous.send(method, path, body).isFieldError(401, "token", "is missing");
            anonymous.with("not.a.token").send(method, path, body).isFieldError(401, "token", "is invalid");
        }
        anonymous.send(method, path, null, "Authorization", "Token").isFieldError(401, "token", "is invalid");
        anonymous.send(method, path, null, "Authorization", "Token a b").isFieldError(401, "token", "is invalid");
        anonymous.send(method, path, null, "Authorization", "Basic YTpi").isFieldError(401, "token", "is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /articles",
        "GET, /articles/unknown",
        "GET, /articles/unknown/comments",
        "GET, /profiles/unknown",
        "GET, /tags"
    })
    void takesACallerWithAnInvalidTokenForAnonymousWhereNoneIsRequired(String method, String path) {
        var open = anonymous.send(method, path, null);
        assertThat(open.status()).isIn(200, 404);
        var ignored = anonymous.with("not.a.token").send(method, path, null);
        assertThat(ignored.status()).isEqualTo(open.status());
        assertThat(ignored.text()).isEqualTo(open.text());
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /users",
        "POST, /users/login",
        "PUT, /user",
        "POST, /articles",
        "PUT, /articles/unknown",
        "POST, /articles/unknown/comments"
    })
    void answersMalformedBodiesWithAClientError(String method, String path) {
        var user = anonymous.register(Conduit.newName("user"));
        for (var malformed : List.of("", "{", "[]", "null", "42", "{}{}", "{\"a\":1,\"a\":2}", "\u0000")) {
            var answer = user.send(method, path, malformed);
            assertThat(answer.status()).as("%s: %s", malformed, answer.text()).isEqualTo(422);
            assertThat(answer.json().at("/errors").size()).isPositive();
        }
        var wrapper = path.startsWith("/user") ? "user" : path.endsWith("comments") ? "comment" : "article";
        for (var malformed : List.of("null", "[]", "1", "\"text\"")) {
            assertThat(user.send(method, path, "{\"" + wrapper + "\":" + malformed + "}")
                            .status())
                    .isEqualTo(422);
        }
        for (var field : List.of("username", "email", "password", "title", "description", "body", "bio", "image")) {
            for (var value : List.of("{}", "[1]", "17", "\"nul \\u0000\"", "\"" + "x".repeat(200_000) + "\"")) {
                var answer = user.send(method, path, "{\"" + wrapper + "\":{\"" + field + "\":" + value + "}}");
                assertThat(answer.status()).as("%s: %s", field, answer.text()).isIn(422, 404, 200);
            }
        }
        user.send(method, path, "{\"x\":\"" + "x".repeat(2_000_000) + "\"}").isFieldError(413, "body", "is too large");
        user.send(method, path, "a=b", "Content-Type", "application/x-www-form-urlencoded")
                .isFieldError(415, "body", "must be JSON");
    }

    @Test
    void answersUnknownPathsMethodsAndFormatsInItsForm() {
        anonymous.get("/nothing").isFieldError(404, "resource", "not found");
        anonymous.delete("/tags").isFieldError(405, "method", "not allowed");
        anonymous.send("GET", "/tags", null, "Accept", "text/html").isFieldError(406, "format", "not acceptable");
        anonymous.api().get("/api/v1/nothing").isProblem(404, "request.not-found");
    }

    @Test
    void refusesParametersThatCannotBeStored() {
        anonymous
                .get("/articles?tag=%00")
                .isFieldError(422, "tag", "must not contain NUL characters or unpaired surrogates");
    }

    @Test
    void answersOptionsAndPreflightsWithoutAToken() {
        assertThat(anonymous.send("OPTIONS", "/articles", null).is(200).header("Allow"))
                .contains("GET", "POST");
        var preflight = anonymous.send(
                "OPTIONS",
                "/user",
                null,
                "Origin",
                "https://conduit.example",
                "Access-Control-Request-Method",
                "PUT",
                "Access-Control-Request-Headers",
                "authorization,content-type");
        assertThat(preflight.is(200).header("Access-Control-Allow-Origin")).isEqualTo("https://conduit.example");
        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PUT");
        assertThat(preflight.header("Access-Control-Allow-Headers")).contains("authorization");
        var read = anonymous.send("GET", "/tags", null, "Origin", "https://conduit.example");
        assertThat(read.is(200).header("Access-Control-Allow-Origin")).isEqualTo("https://conduit.example");
        assertThat(anonymous
                        .send("GET", "/tags", null, "Origin", "https://other.example")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void hidesDraftsFromEverybody() {
        var author = anonymous.register(Conduit.newName("author"));
        var own = author.api().with(author.token());
        var slug = own.post("/api/v1/publishing/articles", Map.of("title", "Draft", "description", "d", "body", "b"))
                .is(201)
                .json()
                .at("/article/slug")
                .asString();
        var reader = anonymous.register(Conduit.newName("reader"));
        for (var who : new Conduit[] {anonymous, reader, author}) {
            who.get("/articles/" + slug).isFieldError(404, "article", "not found");
        }
        reader.put("/articles/" + slug, Map.of("article", Map.of("body", "b")))
                .isFieldError(404, "article", "not found");
        reader.post("/articles/" + slug + "/favorite", null).isFieldError(404, "article", "not found");
    }
}
