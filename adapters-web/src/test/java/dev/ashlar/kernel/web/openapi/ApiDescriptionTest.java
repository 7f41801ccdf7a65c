// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.sample.web.SampleServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SampleServer
class ApiDescriptionTest {
    @Autowired
    Caller client;

    private JsonNode api;

    @BeforeEach
    void read() {
        api = client.get("/v3/api-docs").json();
    }

    private JsonNode operation(String method, String path) {
        return api.path("paths").path(path).path(method);
    }

    private JsonNode fieldOf(String schema, String field) {
        return api.path("components")
                .path("schemas")
                .path(schema)
                .path("properties")
                .path(field);
    }

    @Test
    void describesDeclaredAndCommonProblems() {
        var buy = operation("post", "/api/v1/samples/{id}/buy").path("responses");

        assertThat(buy.propertyNames())
                .containsExactlyInAnyOrder(
                        "201", "400", "401", "406", "408", "409", "413", "415", "422", "429", "431", "503");
        var refused = buy.path("422").path("content").path("application/problem+json");
        assertThat(refused.path("schema").path("$ref").asString("")).isEqualTo("#/components/schemas/Problem");
        assertThat(refused.path("examples").propertyNames())
                .containsExactlyInAnyOrder("sample.sold-out", "request.idempotency-key-reused");
        assertThat(refused.path("examples")
                        .path("sample.sold-out")
                        .path("value")
                        .toString())
                .contains("\"type\":\"/problems/sample.sold-out\"", "\"status\":422");
        assertThat(buy.path("400")
                        .path("content")
                        .path("application/problem+json")
                        .path("examples")
                        .propertyNames())
                .contains("request.invalid", "request.idempotency-key-required", "request.unknown-platform");
        assertThat(operation("get", "/api/v1/samples/{id}").path("responses").has("401"))
                .isFalse();
    }

    @Test
    void describesArgumentsAsHeadersAndParameters() {
        assertThat(operation("get", "/api/v1/samples").path("parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder("color", "X-Platform", "limit", "cursor");
        assertThat(operation("patch", "/api/v1/samples/{id}").path("parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder("id", "X-Platform", "If-Match");
        var key = operation("post", "/api/v1/samples/{id}/buy")
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("name").asString("").equals("Idempotency-Key"))
                .findFirst()
                .orElseThrow();
        assertThat(key.path("required").asBoolean()).isTrue();
        assertThat(key.path("in").asString("")).isEqualTo("header");
    }

    @Test
    void describesTheAnswerToACallerWhoKnowsTheResource() {
        var one = operation("get", "/api/v1/samples/{id}");
        assertThat(one.path("responses").has("304")).isTrue();
        assertThat(one.path("parameters").findValuesAsString("name")).contains("If-None-Match");
        assertThat(operation("patch", "/api/v1/samples/{id}").path("responses").has("304"))
                .isFalse();
        assertThat(operation("get", "/api/v1/samples").path("responses").has("304"))
                .isFalse();
    }

    @Test
    void promisesNoPathOfWhatHasNone() {
        var bought =
                operation("post", "/api/v1/samples/{id}/buy").path("responses").path("201");
        assertThat(bought.path("headers").has("Location")).isFalse();
    }

    @Test
    void describesTheEffectOfARetryOfEachOperationThatChangesSomething() {
        assertThat(retryOf("get", "/api/v1/samples/{id}")).isEmpty();
        assertThat(retryOf("post", "/api/v1/samples/{id}/buy")).isEqualTo(RetryEffect.ANSWERED.sentence());
        assertThat(retryOf("patch", "/api/v1/samples/{id}")).isEqualTo(RetryEffect.STALE.sentence());
        assertThat(retryOf("put", "/api/v1/samples/{id}/parts")).isEqualTo(RetryEffect.UNCHANGED.sentence());
        assertThat(retryOf("post", "/api/v1/samples"))
                .isEqualTo("The name is unique.\n\n" + RetryEffect.REFUSED.sentence());
    }

    private String retryOf(String method, String path) {
        return operation(method, path).path("description").asString("");
    }

    @Test
    void requiresATokenForClosedOperationsOnly() {
        assertThat(operation("get", "/api/v1/samples/mine").path("security").toString())
                .isEqualTo("[{\"accessToken\":[]}]");
        assertThat(operation("get", "/api/v1/samples/{id}").path("security").toString())
                .isEqualTo("[]");
        assertThat(api.path("components")
                        .path("securitySchemes")
                        .path("accessToken")
                        .path("scheme")
                        .asString(""))
                .isEqualTo("bearer");
    }

    @Test
    void describesValuesInTheirFormInJson() {
        assertThat(fieldOf("Sample", "id").toString())
                .isEqualTo("{\"type\":[\"string\",\"null\"],\"format\":\"uuid\"}");
        assertThat(fieldOf("NewSample", "color").toString()).contains("[\"dark_red\",\"blue\"]");
        assertThat(fieldOf("Edit", "name").path("type").toString()).isEqualTo("[\"string\",\"null\"]");
        assertThat(fieldOf("Edit", "color").toString()).contains("dark_red", "null");
        assertThat(fieldOf("NewSample", "madeAt").path("format").asString("")).isEqualTo("date-time");
        var id = operation("get", "/api/v1/samples/{id}")
                .path("parameters")
                .path(0)
                .path("schema");
        assertThat(id.path("format").asString("")).isEqualTo("uuid");
        var color = operation("get", "/api/v1/samples")
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("name").asString("").equals("color"))
                .findFirst()
                .orElseThrow();
        assertThat(color.toString()).contains("[\"dark_red\",\"blue\"]");
    }

    @Test
    void marksFieldsThatAreAlwaysPresent() {
        var required = api.path("components").path("schemas");
        assertThat(required.path("Problem").path("required").toString())
                .contains("type", "title", "status", "detail", "instance", "traceId", "errors");
        assertThat(required.path("NewSample").path("required").toString())
                .contains("name", "color", "count")
                .doesNotContain("price", "madeAt");
        assertThat(required.path("Edit").has("required")).isFalse();
        assertThat(required.path("ListingSample").path("required").toString()).isEqualTo("[\"items\"]");
    }

    @Test
    void describesTheFieldsOfAFlatGroupInItsPlace() {
        assertThat(fieldOf("Bought", "count").path("type").asString("")).isEqualTo("integer");
        assertThat(fieldOf("Bought", "purchase").isMissingNode()).isTrue();
        assertThat(api.path("components")
                        .path("schemas")
                        .path("Bought")
                        .path("required")
                        .toString())
                .isEqualTo("[\"count\",\"sequence\"]");
    }

    @Test
    void showsAnExampleOfEachSuccess() {
        var bought =
                operation("post", "/api/v1/samples/{id}/buy").path("responses").path("201");
        assertThat(bought.path("content")
                        .path("application/json")
                        .path("example")
                        .toString())
                .isEqualTo("{\"sequence\":1,\"count\":1}");
        var listed = operation("get", "/api/v1/samples").path("responses").path("200");
        assertThat(listed.path("content")
                        .path("application/json")
                        .path("example")
                        .toString())
                .contains("\"items\":[{", "\"color\":\"dark_red\"", "\"madeAt\":\"2026-01-31T09:30:00Z\"");
    }

    @Test
    void servesTheReferencePage() {
        var page = client.get("/docs");
        assertThat(page.status()).isEqualTo(302);
        assertThat(client.get(page.header("Location")).text()).contains("swagger-ui");
    }
}
