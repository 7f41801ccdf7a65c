// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Request that succeeds for its caller: the documented example of an operation, with ids of what there is. */
final class Success {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Api caller;
    private final List<String> segments;
    private final Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    private String query = "";
    private @Nullable String version;
    private @Nullable String body;

    private Success(Api caller, List<String> segments) {
        this.caller = caller;
        this.segments = segments;
    }

    /** The example as it is, with these values in its path. */
    static Success by(Api caller, String... segments) {
        return new Success(caller, List.of(segments));
    }

    /** Replaces a field of the example. */
    Success with(String pointer, @Nullable Object value) {
        changes.put(pointer, value);
        return this;
    }

    Success query(String moreQuery) {
        this.query = moreQuery;
        return this;
    }

    /** Names the version of a resource that cannot be read by itself. */
    Success version(int number) {
        this.version = "\"" + number + "\"";
        return this;
    }

    /** Names the version that the resource has below another path. */
    Success version(String path) {
        this.version = caller.get(path + segments.getFirst()).is(200).header("ETag");
        return this;
    }

    /** Replaces the example of an operation whose body is no JSON. */
    Success body(String text) {
        this.body = text;
        return this;
    }

    Request of(Operation operation) {
        var path = operation.path();
        for (var segment : segments) {
            path = path.replaceFirst("\\{[^}]+}", segment);
        }
        if (path.contains("{")) {
            throw new IllegalArgumentException(operation + " lacks a value in " + path);
        }
        var content = operation.description().at("/requestBody/content").properties();
        var headers = new ArrayList<String>();
        @Nullable String text = null;
        if (!content.isEmpty()) {
            var form = content.iterator().next();
            text = body == null ? changed(form.getValue().at("/example")) : body;
            headers.addAll(List.of("Content-Type", form.getKey()));
        }
        var declared = operation.parameters("header");
        if (declared.contains("Idempotency-Key")) {
            headers.addAll(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        }
        if (declared.contains("If-Match")) {
            headers.addAll(List.of("If-Match", version == null ? versionOf(path) : version));
        }
        if (declared.contains("X-Signature")) {
            headers.addAll(List.of("X-Signature", Api.signature(String.valueOf(text))));
        }
        var required = operation.requiredBesides("");
        var all = required.isEmpty() && query.isEmpty() ? path : path + '?' + required + query;
        return new Request(caller, operation.method(), all, text, headers.toArray(String[]::new));
    }

    private String changed(JsonNode example) {
        if (example.isString()) {
            return example.asString();
        }
        var copy = example.deepCopy();
        changes.forEach((pointer, value) -> set(copy, JsonPointer.compile(pointer), JSON.valueToTree(value)));
        return copy.toString();
    }

    private static void set(JsonNode root, JsonPointer pointer, JsonNode value) {
        switch (root.at(pointer.head())) {
            case ObjectNode object
            when object.has(pointer.last().getMatchingProperty()) ->
                object.set(pointer.last().getMatchingProperty(), value);
            case ArrayNode array -> array.set(pointer.last().getMatchingIndex(), value);
            default -> throw new IllegalArgumentException("The example has no " + pointer + ": " + root);
        }
    }

    /** The version that the resource, or the one that it is a part of, has now. */
    private String versionOf(String path) {
        for (var resource = path; resource.length() > 1; resource = resource.substring(0, resource.lastIndexOf('/'))) {
            var answer = caller.get(resource);
            if (answer.status() == 200 && !answer.header("ETag").isEmpty()) {
                return answer.header("ETag");
            }
        }
        throw new IllegalArgumentException("Nobody knows the version of " + path);
    }

    /** The same request, which anybody may send. */
    record Request(
            Api caller,
            String method,
            String path,
            @Nullable String body,
            String[] headers) {
        Api.Answer send() {
            return sendAs(caller);
        }

        Api.Answer sendAs(Api other) {
            return other.send(method, path, body, headers);
        }
    }
}
