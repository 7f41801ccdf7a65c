// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.Identifier;
import dev.ashlar.kernel.Labels;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.util.NameTransformer;

/** Forms of Ashlar's values in JSON. {@code web-defaults.properties} makes the reading strict: a nearly valid body is refused. */
@Component
final class StrictJson implements JsonMapperBuilderCustomizer {
    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.annotationIntrospector(new AshlarForms())
                .withConfigOverride(
                        BigDecimal.class,
                        decimal -> decimal.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
                .addMixIn(Identifier.class, IdentifierForm.class)
                .addModule(new Values());
    }

    /** Values with one form in all bodies. */
    private static final class Values extends SimpleModule {
        Values() {
            super("ashlar");
            add(TextForm.STRING);
            add(TextForm.DECIMAL);
            add(TextForm.KEY);
            TextForm.TIMES.forEach(this::add);
            addDeserializer(Change.class, new ChangeDeserializer());
        }

        private <T> void add(TextForm<T> form) {
            addDeserializer(form.type(), new TextDeserializer<>(form));
        }
    }

    /** Annotation of {@link Identifier}, which does not know Jackson. */
    private interface IdentifierForm {
        @JsonValue
        UUID value();
    }

    private static final class AshlarForms extends JacksonAnnotationIntrospector {
        /** Covers all types of ids, so that none needs an annotation. */
        @Override
        public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
            var type = annotated.getRawType();
            return annotated instanceof AnnotatedClass && Identifier.class.isAssignableFrom(type) && type.isRecord()
                    ? new TextDeserializer<>(TextForm.identifier(type.asSubclass(Identifier.class)))
                    : super.findDeserializer(config, annotated);
        }

        @Override
        public String[] findEnumValues(
                MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
            return Labels.all(type.getRawType()).toArray(String[]::new);
        }

        @Override
        public @Nullable NameTransformer findUnwrappingNameTransformer(MapperConfig<?> config, AnnotatedMember member) {
            return member.hasAnnotation(Flat.class)
                    ? NameTransformer.NOP
                    : super.findUnwrappingNameTransformer(config, member);
        }
    }
}
