package dev.ashlar.kernel.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Identifier;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.web.Answered;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Schemas of values in the forms that {@code StrictJson} gives them. */
@Component
final class SchemaForms implements ModelConverter {
    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        JavaType java = Json31.mapper().constructType(type.getType());
        var raw = java.getRawClass();
        if (Identifier.class.isAssignableFrom(raw)) {
            return string().format("uuid");
        }
        if (raw == BigDecimal.class) {
            return string().format("decimal").example("12.50");
        }
        if (raw == Money.class) {
            return money();
        }
        if (raw.isEnum()) {
            var labels = string();
            Labels.all(raw).forEach(labels::addEnumItemObject);
            return labels;
        }
        if (raw == Change.class) {
            return orNull(context.resolve(ofContent(type, java)));
        }
        if (raw == Answered.class) {
            return context.resolve(ofContent(type, java));
        }
        var schema = others.hasNext() ? others.next().resolve(type, context, others) : null;
        if (raw.isRecord()) {
            RecordFields.describe(raw, definitionOf(schema, context), group -> definitionOf(group, context));
        }
        return schema;
    }

    private static AnnotatedType ofContent(AnnotatedType type, JavaType container) {
        return new AnnotatedType(container.containedTypeOrUnknown(0))
                .ctxAnnotations(type.getCtxAnnotations())
                .resolveAsRef(type.isResolveAsRef());
    }

    private static @Nullable Schema<?> definitionOf(@Nullable Schema<?> schema, ModelConverterContext context) {
        if (schema == null || schema.get$ref() == null) {
            return schema;
        }
        var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
        return context.getDefinedModels().get(name);
    }

    static @Nullable Schema<?> orNull(@Nullable Schema<?> schema) {
        if (schema != null && schema.getTypes() != null) {
            Set<String> types = new LinkedHashSet<>(schema.getTypes());
            types.add("null");
            schema.setTypes(types);
        }
        return schema;
    }

    private static Schema<Object> money() {
        var schema = new Schema<Object>();
        schema.setTypes(new LinkedHashSet<>(Set.of("object")));
        schema.addProperty("amount", string().format("decimal").example("12.50"));
        schema.addProperty("currency", string().pattern("[A-Z]{3}").example("EUR"));
        schema.setRequired(List.of("amount", "currency"));
        return schema;
    }

    private static Schema<Object> string() {
        var schema = new Schema<Object>();
        schema.setTypes(new LinkedHashSet<>(Set.of("string")));
        return schema;
    }
}
