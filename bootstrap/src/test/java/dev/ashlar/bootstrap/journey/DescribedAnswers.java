// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** Answers, held against the API description: status, media type, headers, and each value of the body. */
final class DescribedAnswers {
    private static final Map<String, Function<String, Object>> FORMATS = Map.of(
            "uuid", UUID::fromString, "date-time", Instant::parse, "date", LocalDate::parse, "time", LocalTime::parse);

    /** Headers that an answer has only in a case that their description names. */
    private static final Set<String> OCCASIONAL = Set.of("Link", "RateLimit", "RateLimit-Policy", "Retry-After");

    private final JsonNode document;

    /** @param document the API description */
    DescribedAnswers(JsonNode document) {
        this.document = document;
    }

    /** Lists how the answer differs from what the operation promises. */
    List<String> faults(Operation operation, Api.Answer answer) {
        var faults = new ArrayList<String>();
        var response = resolved(operation.description().at("/responses/" + answer.status()));
        if (response.isMissingNode()) {
            return List.of("status " + answer.status() + " is not described");
        }
        for (var header : response.at("/headers").propertyNames()) {
            if (!OCCASIONAL.contains(header) && answer.header(header).isEmpty()) {
                faults.add("has no " + header);
            }
        }
        var contents = response.at("/content");
        if (answer.text().isEmpty() || contents.isEmpty()) {
            if (!answer.text().isEmpty() || !contents.isEmpty()) {
                faults.add("has a body of another size than described: " + answer.text());
            }
            return faults;
        }
        var form = MediaType.parseMediaType(answer.header("Content-Type"));
        var content = contents.properties().stream()
                .filter(described ->
                        MediaType.parseMediaType(described.getKey()).equalsTypeAndSubtype(form))
                .findFirst();
        if (content.isEmpty()) {
            faults.add("is " + form);
        } else if (form.getSubtype().endsWith("json")) {
            compare(content.get().getValue().at("/schema"), answer.json(), "", faults);
            var code = answer.json().at("/type").asString("").replace("/problems/", "");
            if (form.equalsTypeAndSubtype(MediaType.APPLICATION_PROBLEM_JSON)
                    && !content.get().getValue().at("/examples").has(code)) {
                faults.add("has the problem " + code + ", which is not described");
            }
        }
        return faults;
    }

    private void compare(JsonNode reference, JsonNode value, String at, List<String> faults) {
        var schema = resolved(reference);
        for (var choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice) && schema.at("/" + choice).valueStream().noneMatch(one -> fits(one, value))) {
                faults.add(at + " is none of the described: " + value);
            }
        }
        schema.at("/allOf").forEach(part -> compare(part, value, at, faults));
        var types = schema.at("/type").isArray()
                ? schema.at("/type").valueStream().map(JsonNode::asString).toList()
                : Stream.of(schema.at("/type").asString(""))
                        .filter(type -> !type.isEmpty())
                        .toList();
        if (!types.isEmpty() && types.stream().noneMatch(type -> isOf(type, value))) {
            faults.add(at + " is not " + types + ": " + value);
        }
        if (schema.has("enum") && schema.at("/enum").valueStream().noneMatch(value::equals)) {
            faults.add(at + " is no described label: " + value);
        }
        if (value.isString() && schema.has("format")) {
            checkFormat(schema.at("/format").asString(), value.asString(), at, faults);
        }
        if (value.isArray()) {
            value.forEach(item -> compare(schema.at("/items"), item, at + "/-", faults));
        }
        if (value.isObject() && schema.has("properties")) {
            fields(schema, value, at, faults);
        }
    }

    private void fields(JsonNode schema, JsonNode value, String at, List<String> faults) {
        schema.at("/required").forEach(field -> {
            if (!value.has(field.asString())) {
                faults.add(at + " lacks " + field.asString());
            }
        });
        value.properties().forEach(field -> {
            var described = schema.at("/properties").get(field.getKey());
            if (described != null) {
                compare(described, field.getValue(), at + "/" + field.getKey(), faults);
            } else if (schema.at("/additionalProperties").isMissingNode()) {
                faults.add(at + "/" + field.getKey() + " is not described");
            }
        });
    }

    private boolean fits(JsonNode schema, JsonNode value) {
        var faults = new ArrayList<String>();
        compare(schema, value, "", faults);
        return faults.isEmpty();
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static void checkFormat(String format, String value, String at, List<String> faults) {
        try {
            FORMATS.getOrDefault(format, text -> text).apply(value);
        } catch (RuntimeException other) {
            faults.add(at + " is no " + format + ": " + value);
        }
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref")
                ? resolved(document.at(node.at("/$ref").asString().substring(1)))
                : node;
    }
}
