// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.openapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.Identifier;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.Money;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Schemas of values in the forms that {@code StrictJson} gives them, and of records by the types of their fields. */
@Component
final class SchemaForms implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType java = Json31.mapper().constructType(type.getType());
        var raw = java.getRawClass();
        if (Identifier.class.isAssignableFrom(raw)) {
            return new StringSchema().format("uuid");
        }
        if (raw == BigDecimal.class) {
            return decimal();
        }
        if (raw == Money.class) {
            return money();
        }
        if (raw.isEnum()) {
            return new StringSchema()._enum(new ArrayList<>(Labels.all(raw)));
        }
        if (raw == Change.class) {
            var content = new AnnotatedType(java.containedTypeOrUnknown(0)).ctxAnnotations(type.getCtxAnnotations());
            return orNull(Objects.requireNonNull(context.resolve(content.resolveAsRef(type.isResolveAsRef()))));
        }
        var schema = others.hasNext() ? others.next().resolve(type, context, others) : null;
        if (raw.isRecord()) {
            describeFields(raw, definitionOf(schema, context), context);
        }
        return schema;
    }

    /**
     * Describes the fields of a record by their Java types: required unless they may be absent, and null only if nullable. The
     * fields of a {@link Flat} group take its place.
     */
    private static void describeFields(Class<?> type, @Nullable Schema<?> schema, ModelConverterContext context) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        var required = new TreeSet<>(requiredOf(schema));
        for (var component : type.getRecordComponents()) {
            var property = schema.getProperties().remove(component.getName());
            if (property == null) {
                continue;
            }
            if (component.getAccessor().isAnnotationPresent(Flat.class)) {
                var group = Objects.requireNonNull(definitionOf(property, context));
                schema.getProperties().putAll(group.getProperties());
                required.addAll(requiredOf(group));
                continue;
            }
            schema.addProperty(component.getName(), property);
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.addProperty(component.getName(), orNull(property));
            } else if (component.getType() != Change.class
                    && !component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                required.add(component.getName());
            }
        }
        schema.setRequired(new ArrayList<>(required));
        var unknown = type.getAnnotation(JsonIgnoreProperties.class);
        if (unknown != null && unknown.ignoreUnknown()) {
            schema.setAdditionalProperties(true);
        }
    }

    private static List<String> requiredOf(Schema<?> schema) {
        return Objects.requireNonNullElse(schema.getRequired(), List.of());
    }

    private static Schema<?> money() {
        var money = new ObjectSchema();
        money.addProperty("amount", decimal());
        money.addProperty("currency", new StringSchema().pattern("[A-Z]{3}").example("EUR"));
        money.setRequired(List.of("amount", "currency"));
        return money;
    }

    private static Schema<?> decimal() {
        return new StringSchema().format("decimal").example("12.50");
    }

    private static @Nullable Schema<?> definitionOf(@Nullable Schema<?> schema, ModelConverterContext context) {
        return schema == null || schema.get$ref() == null
                ? schema
                : context.getDefinedModels().get(StringUtils.unqualify(schema.get$ref(), '/'));
    }

    private static Schema<?> orNull(Schema<?> schema) {
        if (schema.get$ref() != null) {
            return new Schema<>().oneOf(List.of(schema, new Schema<>().types(Set.of("null"))));
        }
        if (schema.getTypes() != null) {
            schema.addType("null");
        }
        if (schema.getEnum() != null && !schema.getEnum().contains(null)) {
            schema.addEnumItemObject(null);
        }
        return schema;
    }
}
