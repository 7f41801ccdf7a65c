// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Change;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Deserializer that distinguishes a field that a PATCH leaves out from one that it sets to null. */
final class ChangeDeserializer extends StdDeserializer<Change<?>> {
    private final @Nullable ValueDeserializer<?> ofValue;

    ChangeDeserializer() {
        this(null);
    }

    private ChangeDeserializer(@Nullable ValueDeserializer<?> ofValue) {
        super(Change.class);
        this.ofValue = ofValue;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType valueType = context.getContextualType().containedTypeOrUnknown(0);
        return new ChangeDeserializer(context.findContextualValueDeserializer(valueType, property));
    }

    @Override
    public Change<?> deserialize(JsonParser parser, DeserializationContext context) {
        // A Change is a field of a record, and therefore contextual.
        return Change.to(Objects.requireNonNull(ofValue).deserialize(parser, context));
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return Change.to(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Change.keep();
    }

    /** Extractor of bean validation that makes {@code Change<@Size(max = 80) String>} check the new value. */
    public static final class NewValue implements ValueExtractor<Change<@ExtractedValue ?>> {
        @Override
        public void extractValues(Change<?> change, ValueReceiver receiver) {
            // A field that is kept is valid; one that is cleared is checked as null.
            if (change.present()) {
                receiver.value(null, change.value());
            }
        }
    }
}
