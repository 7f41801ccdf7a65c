// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import dev.ashlar.kernel.IdSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One operation of our own API as the API's own description tells it, with all that a valid request needs. What holds for every operation is
 * tested by going through all of these, so that a new one is tested from its first day.
 */
record Operation(String method, String path, JsonNode description) {
    private static final Map<String, String> VALID =
            Map.of("from", "2026-01-31", "to", "2026-02-01", "zone", "Europe/Berlin");

    /** Problems of limits, overload and concurrent requests, which are named beside an operation's own with the same status. */
    private static final Set<String> COMMON = Set.of("request.busy", "request.rate-exceeded", "request.unavailable");

    /** All operations except those in a form that others define, whose rules the Conduit and the chat journeys show. */
    static List<Operation> all(Api api) {
        return withForeign(api).stream()
                .filter(operation -> !operation.isForeign())
                .toList();
    }

    /** All operations. */
    static List<Operation> withForeign(Api api) {
        var operations = new ArrayList<Operation>();
        api.get("/v3/api-docs")
                .is(200)
                .json()
                .at("/paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    /** True if it belongs to the RealWorld API or serves clients of OpenAI. */
    boolean isForeign() {
        return path.startsWith("/api/v1/ai/v1/") || (path.startsWith("/api/") && !path.startsWith("/api/v1/"));
    }

    /** True if it may be called without an access token. */
    boolean isPublic() {
        return description.at("/responses/401").isMissingNode() || path.startsWith("/api/v1/auth/");
    }

    /** True if its description requires an access token. */
    boolean isClosed() {
        return !description.at("/security").isEmpty()
                && description.at("/security").valueStream().noneMatch(JsonNode::isEmpty);
    }

    /** True if it has a body of JSON. */
    boolean hasBody() {
        return !description.at("/requestBody/content/application~1json").isMissingNode();
    }

    /** True if a request without its body is not valid. */
    boolean requiresBody() {
        return description.at("/requestBody/required").asBoolean();
    }

    /** The problems it may answer with, as documented: the status of each code, without those that any operation may answer with. */
    Map<String, Integer> problems() {
        var problems = new TreeMap<String, Integer>();
        description
                .at("/responses")
                .properties()
                .forEach(response ->
                        response.getValue().at("/content/application~1problem+json/examples").propertyNames().stream()
                                .filter(code -> !COMMON.contains(code))
                                .forEach(code -> problems.put(code, Integer.valueOf(response.getKey()))));
        return problems;
    }

    /** True if a request belongs to this operation. */
    boolean isCalledBy(Api.Answer answer) {
        return answer.request().matches(toString().replaceAll("\\{[^}]+}", "[^/]+"));
    }

    /** The documented example of a body. */
    ObjectNode body() {
        return (ObjectNode)
                description.at("/requestBody/content/application~1json/example").deepCopy();
    }

    List<String> parameters(String in) {
        return description
                .at("/parameters")
                .valueStream()
                .filter(parameter -> parameter.at("/in").asString().equals(in))
                .map(parameter -> parameter.at("/name").asString())
                .toList();
    }

    /** Names of the parameters in the path that are ids or dates, not words or numbers. */
    List<String> idsAndDates() {
        return description
                .at("/parameters")
                .valueStream()
                .filter(parameter -> parameter.at("/in").asString().equals("path"))
                .filter(parameter -> Set.of("uuid", "date")
                        .contains(parameter.at("/schema/format").asString()))
                .map(parameter -> parameter.at("/name").asString())
                .toList();
    }

    /** True if any text may be the value of a parameter of the query. */
    boolean isAnyText(String name) {
        return description
                .at("/parameters")
                .valueStream()
                .filter(parameter -> parameter.at("/in").asString().equals("query"))
                .filter(parameter -> parameter.at("/name").asString().equals(name))
                .map(parameter -> parameter.at("/schema"))
                .anyMatch(schema -> schema.at("/type").asString().equals("string")
                        && !schema.has("format")
                        && !schema.has("enum")
                        && !schema.has("pattern")
                        && !name.equals("cursor"));
    }

    /** The query with valid values of all required parameters but this one. */
    String requiredBesides(String name) {
        return description
                .at("/parameters")
                .valueStream()
                .filter(parameter -> parameter.at("/in").asString().equals("query"))
                .filter(parameter -> parameter.at("/required").asBoolean())
                .filter(parameter -> !parameter.at("/name").asString().equals(name))
                .map(parameter -> parameter.at("/name").asString() + "=" + valid(parameter) + "&")
                .collect(Collectors.joining());
    }

    private static String valid(JsonNode parameter) {
        var name = parameter.at("/name").asString();
        return parameter.has("example")
                ? parameter.at("/example").asString()
                : Objects.requireNonNull(VALID.get(name), "no value of " + name);
    }

    /** The path with a date in the place of one, the first of several labels, and a random id in each other. */
    String filledPath() {
        var labelled = path;
        for (var parameter : description.at("/parameters")) {
            var label = parameter.at("/schema/enum/0");
            if (label.isString()) {
                labelled = labelled.replace("{" + parameter.at("/name").asString() + "}", label.asString());
            }
        }
        return filled(labelled);
    }

    static String filled(String path) {
        return path.replace("{date}", "2026-01-31")
                .replaceAll("\\{[^}]+}", IdSource.timeOrdered().next().toString());
    }

    Api.Answer call(Api api, String filledPath, @Nullable String body, String... moreHeaders) {
        var headers = new ArrayList<>(List.of(moreHeaders));
        if (parameters("header").contains("Idempotency-Key")) {
            headers.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        }
        if (parameters("header").contains("If-Match")) {
            headers.addAll(List.of("If-Match", "\"0\""));
        }
        if (parameters("header").contains("X-Signature")) {
            headers.addAll(List.of("X-Signature", Api.signature(body == null ? "" : body)));
        }
        var forms = description.at("/requestBody/content").propertyNames();
        if (!hasBody() && !forms.isEmpty()) {
            headers.addAll(List.of("Content-Type", forms.iterator().next()));
            return api.send(method, filledPath, "{}", headers.toArray(String[]::new));
        }
        return api.send(method, filledPath, body, headers.toArray(String[]::new));
    }

    /** A request that is right in form; whether it succeeds depends on what there is. */
    Api.Answer call(Api api) {
        return call(api, filledPath(), hasBody() ? body().toString() : null);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
