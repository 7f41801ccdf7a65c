package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.Identifier;
import dev.ashlar.kernel.Labels;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.util.NameTransformer;

/**
 * Makes JSON mean one thing: a body that is nearly right is refused with the place that is wrong, and never guessed at.
 */
@Component
final class StrictJson implements JsonMapperBuilderCustomizer {
    @Override
    public void customize(JsonMapper.Builder builder) {
        builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .annotationIntrospector(new AshlarForms())
                .addModule(new Values());
    }

    /** The values that look the same in every body. */
    private static final class Values extends SimpleModule {
        Values() {
            super("ashlar");
            addDeserializer(
                    String.class,
                    new TextDeserializer<>(
                            String.class,
                            text -> StorableText.isStorable(text) ? text : null,
                            StorableText.EXPECTATION));
            addDeserializer(
                    BigDecimal.class,
                    new TextDeserializer<>(BigDecimal.class, DecimalText::parseOrNull, DecimalText.EXPECTATION));
            addSerializer(BigDecimal.class, new DecimalSerializer());
            add(TimeText.INSTANT);
            add(TimeText.LOCAL_DATE);
            add(TimeText.LOCAL_TIME);
            add(TimeText.LOCAL_DATE_TIME);
            addDeserializer(Change.class, new ChangeDeserializer());
            addSerializer(Identifier.class, new IdentifierSerializer());
        }

        private <T> void add(TimeText<T> form) {
            addDeserializer(form.type(), new TextDeserializer<>(form.type(), form::parseOrNull, form.expectation()));
        }

        @Override
        public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.addDeserializers(new IdentifierDeserializers());
        }
    }

    private static final class DecimalSerializer extends StdSerializer<BigDecimal> {
        DecimalSerializer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal decimal, JsonGenerator json, SerializationContext context) {
            json.writeString(decimal.toPlainString());
        }
    }

    private static final class IdentifierSerializer extends StdSerializer<Identifier> {
        IdentifierSerializer() {
            super(Identifier.class);
        }

        @Override
        public void serialize(Identifier id, JsonGenerator json, SerializationContext context) {
            json.writeString(id.value().toString());
        }
    }

    private static final class AshlarForms extends JacksonAnnotationIntrospector {
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
