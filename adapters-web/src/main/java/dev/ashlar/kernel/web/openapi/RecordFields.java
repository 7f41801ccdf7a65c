package dev.ashlar.kernel.web.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ashlar.kernel.Change;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Says of each field of a record what its Java type already says: whether it must be there and whether it may be null. */
final class RecordFields {
    private RecordFields() {}

    static void describe(Class<?> type, @Nullable Schema<?> schema) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            var name = component.getName();
            var property = schema.getProperties().get(name);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (property == null) {
                continue;
            }
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

    private static boolean isListed(Schema<?> schema, String name) {
        return schema.getRequired() != null && schema.getRequired().contains(name);
    }
}
