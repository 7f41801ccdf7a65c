package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Identifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;

/** Gives each type of id its deserializer, so that no id needs an annotation. */
final class IdentifierDeserializers extends Deserializers.Base {
    @Override
    public @Nullable ValueDeserializer<?> findBeanDeserializer(
            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
        return hasDeserializerFor(config, type.getRawClass())
                ? deserializer(type.getRawClass().asSubclass(Identifier.class))
                : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
        return Identifier.class.isAssignableFrom(type) && type.isRecord();
    }

    private static <I extends Identifier> ValueDeserializer<I> deserializer(Class<I> type) {
        return new TextDeserializer<>(type, IdentifierType.of(type)::parseOrNull, IdentifierType.EXPECTATION);
    }
}
