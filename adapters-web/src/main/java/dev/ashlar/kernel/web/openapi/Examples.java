package dev.ashlar.kernel.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives each body that has no example one that is made from its schema, so that none is ever out of date. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class Examples implements GlobalOpenApiCustomizer {
    private static final String SCHEMAS = "#/components/schemas/";

    @Override
    public void customise(OpenAPI api) {
        for (PathItem path : api.getPaths().values()) {
            for (var operation : path.readOperations()) {
                if (operation.getRequestBody() != null) {
                    addTo(operation.getRequestBody().getContent(), api);
                }
                operation.getResponses().values().forEach(response -> addTo(response.getContent(), api));
            }
        }
    }

    private static void addTo(@Nullable Content content, OpenAPI api) {
        if (content == null) {
            return;
        }
        for (MediaType body : content.values()) {
            if (body.getSchema() != null && body.getExample() == null && body.getExamples() == null) {
                body.setExample(of(body.getSchema(), "value", api, new ArrayDeque<>()));
            }
        }
    }

    private static @Nullable Object of(Schema<?> schema, String name, OpenAPI api, Deque<String> inside) {
        if (schema.getExample() != null) {
            return schema.getExample();
        }
        if (schema.get$ref() != null) {
            return ofDefinition(schema.get$ref(), name, api, inside);
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return schema.getEnum().getFirst();
        }
        var type = schema.getTypes() == null || schema.getTypes().isEmpty()
                ? "object"
                : schema.getTypes().iterator().next();
        return switch (type) {
            case "string" -> text(schema, name);
            case "integer" -> schema.getMinimum() == null ? 1 : schema.getMinimum();
            case "number" -> schema.getMinimum() == null ? 9.5 : schema.getMinimum();
            case "boolean" -> true;
            case "array" -> items(schema, name, api, inside);
            default -> fields(schema, api, inside);
        };
    }

    private static @Nullable Object ofDefinition(String ref, String name, OpenAPI api, Deque<String> inside) {
        var definition = api.getComponents().getSchemas().get(ref.substring(SCHEMAS.length()));
        if (definition == null || inside.contains(ref)) {
            return null;
        }
        inside.push(ref);
        var example = of(definition, name, api, inside);
        inside.pop();
        return example;
    }

    private static List<?> items(Schema<?> schema, String name, OpenAPI api, Deque<String> inside) {
        var item = schema.getItems() == null ? null : of(schema.getItems(), name, api, inside);
        return item == null ? List.of() : List.of(item);
    }

    private static Map<String, @Nullable Object> fields(Schema<?> schema, OpenAPI api, Deque<String> inside) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((name, property) -> fields.put(name, of(property, name, api, inside)));
        }
        return fields;
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
