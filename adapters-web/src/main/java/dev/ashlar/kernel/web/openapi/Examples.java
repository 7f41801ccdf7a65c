// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.CollectionUtils;
import org.springframework.util.StringUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Examples of bodies: the {@link ExampleRecords} of the contexts in the JSON that callers get, and for all other bodies one that
 * is made from the schema and therefore never out of date.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
record Examples(List<ExampleRecords> records, JsonMapper json) implements GlobalOpenApiCustomizer {
    private static final int MAX_DEPTH = 20; // ends the samples of types that contain themselves

    /** Springdoc writes with the older Jackson, which keeps the nulls of an example only in its own tree. */
    private static final ObjectMapper TREES = new ObjectMapper();

    @Override
    public void customise(OpenAPI api) {
        records.stream().flatMap(some -> some.all().stream()).forEach(example -> show(example, api));
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> {
                    if (operation.getRequestBody() != null) {
                        addMissing(operation.getRequestBody().getContent(), api);
                    }
                    operation.getResponses().values().forEach(response -> addMissing(response.getContent(), api));
                });
    }

    private void show(Record example, OpenAPI api) {
        var schema = api.getComponents().getSchemas().get(example.getClass().getSimpleName());
        if (schema == null) {
            throw new IllegalStateException(example.getClass() + " has an example, but no operation mentions it");
        }
        schema.setExample(TREES.valueToTree(json.convertValue(example, Object.class)));
    }

    private static void addMissing(@Nullable Content content, OpenAPI api) {
        Stream.ofNullable(content)
                .flatMap(bodies -> bodies.values().stream())
                .filter(body -> body.getSchema() != null && body.getExample() == null && body.getExamples() == null)
                .forEach(body -> body.setExample(sample(body.getSchema(), "value", api, MAX_DEPTH)));
    }

    private static @Nullable Object sample(@Nullable Schema<?> schema, String name, OpenAPI api, int depth) {
        if (schema == null || depth == 0) {
            return null;
        }
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.get$ref() != null) {
            var definition = StringUtils.unqualify(schema.get$ref(), '/');
            return sample(api.getComponents().getSchemas().get(definition), name, api, depth - 1);
        }
        if (!CollectionUtils.isEmpty(schema.getOneOf())) {
            return sample(schema.getOneOf().getFirst(), name, api, depth - 1);
        }
        if (!CollectionUtils.isEmpty(schema.getEnum())) {
            return schema.getEnum().getFirst();
        }
        var type = CollectionUtils.isEmpty(schema.getTypes())
                ? "object"
                : schema.getTypes().iterator().next();
        return switch (type) {
            case "string" -> text(schema, name);
            case "integer", "number" -> schema.getMinimum() == null ? 1 : schema.getMinimum();
            case "boolean" -> true;
            case "array" ->
                Stream.ofNullable(sample(schema.getItems(), name, api, depth - 1))
                        .toList();
            default -> {
                var fields = new LinkedHashMap<String, @Nullable Object>();
                if (schema.getProperties() != null) {
                    schema.getProperties()
                            .forEach((field, value) -> fields.put(field, sample(value, field, api, depth - 1)));
                }
                yield fields;
            }
        };
    }

    private static String text(Schema<?> schema, String name) {
        return switch (schema.getFormat()) {
            case "uuid" -> "019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b";
            case "date-time" -> "2026-01-31T09:30:00Z";
            case "date" -> "2026-01-31";
            case "email" -> "ada@example.org";
            case "uri" -> "https://example.org/";
            case null, default -> name;
        };
    }
}
