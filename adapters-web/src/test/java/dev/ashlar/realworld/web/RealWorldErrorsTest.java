// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.web.slice.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Errors that occur before a controller is found, the token scheme, and the description of both. */
@RealWorldServer
class RealWorldErrorsTest {
    @Autowired
    private Caller client;

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing, 404, resource, not found",
        "GET, /api, 404, /api, ''",
        "GET, /api/v1, 404, resource, not found",
        "GET, /api/v1/nothing, 404, /api/v1/nothing, ''",
        "GET, /api/user, 401, token, is missing",
        "DELETE, /api/tags, 405, method, not allowed"
    })
    void answersInTheFormOfItsOwnPathsOnly(String method, String path, int status, String field, String message) {
        var answer = client.send(method, path, null);
        assertThat(answer.status()).isEqualTo(status);
        if (message.isEmpty()) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.json().at("/instance").asString()).isEqualTo(field);
        } else {
            assertThat(answer.text()).isEqualTo("{\"errors\":{\"" + field + "\":[\"" + message + "\"]}}");
            assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("application/json;charset=utf-8");
        }
    }

    @Test
    void answersInItsFormWhereTheServerItselfRefuses() {
        assertThat(client.sendRaw("GET /api/tags HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 422")
                .endsWith(
                        "{\"errors\":{\"body\":[\"The request is malformed. Send it as the API description says.\"]}}");
        assertThat(client.send("POST", "/api/users", "{").status()).isEqualTo(422);
        assertThat(client.send("POST", "/api/users", "{\"x\":\"" + "x".repeat(20_000) + "\"}")
                        .text())
                .isEqualTo("{\"errors\":{\"body\":[\"is too large\"]}}");
    }

    @Test
    void refusesParametersThatCannotBeStored() {
        assertThat(client.get("/api/articles?tag=%00").text())
                .isEqualTo("{\"errors\":{\"tag\":[\"must not contain NUL characters or unpaired surrogates\"]}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token", "token", "Bearer", "bearer"})
    void acceptsTheAccessTokenUnderBothSchemes(String scheme) {
        var token = client.bearer(Role.STUDENT).substring("Bearer ".length());
        assertThat(client.get("/api/articles/feed?limit=0", "Authorization", scheme + " " + token)
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token", "Token two words", "Token x"})
    void refusesAnInvalidTokenUnderItsScheme(String header) {
        var answer = client.get("/api/articles/feed", "Authorization", header);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("{\"errors\":{\"token\":[\"is invalid\"]}}");
    }

    @Test
    void describesErrorsInItsForm() {
        var api = client.get("/v3/api-docs").json();
        var responses = api.at("/paths/~1api~1articles~1{slug}/put/responses");
        assertThat(responses.propertyNames())
                .containsExactlyInAnyOrder(
                        "200", "401", "403", "404", "406", "408", "409", "413", "415", "422", "429", "431", "503");
        var forbidden = content(responses, "403");
        assertThat(forbidden.at("/schema/$ref").asString()).isEqualTo("#/components/schemas/FieldErrors");
        assertThat(forbidden.at("/examples/publishing.article-forbidden/value").toString())
                .isEqualTo("{\"errors\":{\"article\":[\"forbidden\"]}}");
        assertThat(content(responses, "401")
                        .at("/examples/auth.unauthenticated/value")
                        .toString())
                .isEqualTo("{\"errors\":{\"token\":[\"is missing\"]}}");
        assertThat(content(responses, "422").at("/examples").propertyNames())
                .containsExactlyInAnyOrder("request.invalid", "request.unknown-platform");
        assertThat(api.at("/components/schemas/FieldErrors/properties").propertyNames())
                .containsExactly("errors");
    }

    private static JsonNode content(JsonNode responses, String status) {
        return responses.path(status).path("content").path("application/json;charset=utf-8");
    }
}
