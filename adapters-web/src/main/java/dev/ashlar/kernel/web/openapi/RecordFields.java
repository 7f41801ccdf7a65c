package dev.ashlar.kernel.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Flat;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Describes the fields of a record by their Java types: required unless they may be absent, and null only if nullable. The fields of
 * a {@link Flat} group take its place.
 */
final class RecordFields {
    private RecordFields() {}

    /** @param definitions schema that another one refers to */
    static void describe(Class<?> type, @Nullable Schema<?> schema, UnaryOperator<@Nullable Schema<?>> definitions) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            var name = component.getName();
            var property = schema.getProperties().remove(name);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (property == null) {
                continue;
            }
            if (component.getAccessor().isAnnotationPresent(Flat.class)) {
                addAll(schema, Objects.requireNonNull(definitions.apply(property)));
                continue;
            }
            schema.addProperty(name, property);
            if (nullable) {
                SchemaForms.orNull(property);
            }
            boolean maybeAbsent = component.getType() == Change.class
                    || component.getAccessor().isAnnotationPresent(JsonInclude.class);
            if (!nullable && !maybeAbsent && !isListed(schema, name)) {
                schema.addRequiredItem(name);
            }
        }
    }

    private static void addAll(Schema<?> schema, Schema<?> group) {
        group.getProperties().forEach(schema::addProperty);
        if (group.getRequired() != null) {
            group.getRequired().forEach(schema::addRequiredItem);
        }
    }

    private static boolean isListed(Schema<?> schema, String name) {
        return schema.getRequired() != null && schema.getRequired().contains(name);
    }
}
