// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.kernel.web.RetryEffect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an OpenAPI document as a new client would, and lists what that client would miss. */
final class ApiDescriptionReview {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();
    private final Set<String> operationIds = new HashSet<>();

    private ApiDescriptionReview(JsonNode document) {
        this.document = document;
    }

    /**
     * Reviews a document.
     *
     * @param json what {@code GET /v3/api-docs} answers
     * @return one line for each fault, naming its operation; empty if there is none
     */
    static List<String> faultsOf(String json) {
        var review = new ApiDescriptionReview(new JsonMapper().readTree(json));
        review.document();
        return review.faults;
    }

    private void document() {
        expect(document.path("openapi").asString("").startsWith("3.1"), "the document", "is not OpenAPI 3.1");
        expect(!document.path("paths").isEmpty(), "the document", "has no operations");
        for (var server : document.path("servers")) {
            expect(server.path("url").asString("").startsWith("/"), "the document", "names the host of the request");
        }
        for (var schema : document.at("/components/schemas").propertyNames()) {
            var reference = "#/components/schemas/" + schema;
            expect(document.findValuesAsString("$ref").contains(reference), "the schema " + schema, "is not used");
        }
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operation(method.getKey().toUpperCase(Locale.ROOT) + ' ' + path.getKey(), method.getValue());
                }
            }
        }
    }

    private void operation(String name, JsonNode operation) {
        retry(name, operation.path("description").asString(""));
        expect(!operation.path("summary").asString("").isBlank(), name, "has no summary");
        expect(!operation.path("description").asString("").isBlank(), name, "has no description");
        expect(!operation.path("tags").isEmpty(), name, "has no tag");
        expect(operation.has("security"), name, "does not tell if it needs a token");
        var operationId = operation.path("operationId").asString("");
        expect(operationId.matches("[a-z]+[A-Z][A-Za-z]+"), name, "has no speaking operation id");
        expect(operationIds.add(operationId), name, "shares its operation id");
        parameters(operation.path("parameters"), name);
        boolean succeeds = false;
        boolean refuses = false;
        for (var response : operation.path("responses").properties()) {
            if (response.getKey().startsWith("2")) {
                succeeds = true;
                success(name + ' ' + response.getKey(), response);
                pages(name + ' ' + response.getKey(), response.getValue(), operation);
            } else if (response.getKey().startsWith("4")) {
                refuses = true;
                problem(name + ' ' + response.getKey(), resolved(response.getValue()));
            }
        }
        expect(succeeds, name, "has no 2xx response");
        expect(refuses, name, "has no problems");
        expect(
                resolved(operation.at("/responses/409"))
                                .findValues("request.busy")
                                .size()
                        == 1,
                name,
                "does not tell that another request may be in the way");
        if (!operation.path("security").isEmpty()
                && operation.path("security").valueStream().noneMatch(JsonNode::isEmpty)) {
            expect(operation.path("responses").has("401"), name, "needs a token but is never 401");
        }
        bodies(operation.path("requestBody").path("content"), name + " request");
    }

    private void retry(String name, String description) {
        boolean isRead = name.startsWith("GET ") || name.startsWith("HEAD ");
        boolean isTold = Stream.of(RetryEffect.values()).anyMatch(effect -> description.endsWith(effect.sentence()));
        expect(isRead || isTold, name, "does not tell the effect of a retry");
    }

    private void parameters(JsonNode parameters, String name) {
        for (var parameter : parameters) {
            expect(
                    !parameter.path("description").asString("").isBlank(),
                    name + ' ' + parameter.path("name").asString(""),
                    "has no description");
        }
    }

    private JsonNode resolved(JsonNode response) {
        return response.has("$ref")
                ? document.at("/components/responses/"
                        + response.path("$ref").asString("").replaceAll(".*/", ""))
                : response;
    }

    private void success(String name, Map.Entry<String, JsonNode> response) {
        var content = response.getValue().path("content");
        expect(!content.isEmpty() || response.getKey().equals("204"), name, "has no content");
        bodies(content, name);
    }

    /** A list that can never have a next page must not promise one. */
    private void pages(String name, JsonNode response, JsonNode operation) {
        boolean isPaged = response.path("content")
                .valueStream()
                .map(body -> body.at("/schema/$ref").asString("").replaceAll(".*/", ""))
                .anyMatch(schema -> document.at("/components/schemas/" + schema + "/properties")
                        .has("nextCursor"));
        boolean takesCursor = operation
                .path("parameters")
                .valueStream()
                .anyMatch(parameter -> parameter.path("name").asString("").equals("cursor"));
        expect(!isPaged || takesCursor, name, "names a next page but takes no cursor");
    }

    private void bodies(JsonNode content, String name) {
        for (var body : content.properties()) {
            expect(
                    body.getValue().has("example")
                            || !body.getValue().path("examples").isEmpty(),
                    name + ' ' + body.getKey(),
                    "has no example");
        }
    }

    private void problem(String name, JsonNode response) {
        boolean showsOne = response.path("content")
                .valueStream()
                .anyMatch(body -> !body.path("examples").isEmpty());
        expect(showsOne, name, "shows no problem");
    }

    private void expect(boolean fine, String subject, String fault) {
        if (!fine) {
            faults.add(subject + ' ' + fault);
        }
    }
}
