package dev.ashlar.kernel.web.json;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a value whose only form in JSON is a string. */
final class TextDeserializer<T> extends StdScalarDeserializer<T> {
    private final Function<String, @Nullable T> parseOrNull;
    private final String expectation;

    TextDeserializer(Class<T> type, Function<String, @Nullable T> parseOrNull, String expectation) {
        super(type);
        this.parseOrNull = parseOrNull;
        this.expectation = expectation;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new BadValueException(parser, "must be a string", handledType());
        }
        @Nullable T value = parseOrNull.apply(parser.getString());
        if (value == null) {
            throw new BadValueException(parser, expectation, handledType());
        }
        return value;
    }
}
