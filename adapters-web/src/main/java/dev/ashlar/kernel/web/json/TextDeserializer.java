// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.DomainException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** Reader of values that are strings in JSON. */
public final class TextDeserializer<T> extends StdScalarDeserializer<T> {
    private final TextForm<T> form;

    TextDeserializer(TextForm<T> form) {
        super(form.type());
        this.form = form;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            throw new BadValueException(parser, "must be a string", handledType());
        }
        try {
            @Nullable T value = form.read(parser.getString());
            if (value == null) {
                throw new BadValueException(parser, form.expectation(), handledType());
            }
            return value;
        } catch (DomainException refused) { // an identifier may refuse some values, and says which ones it takes
            throw new BadValueException(parser, refused.errors().getFirst().message(), handledType());
        }
    }

    /** Failure with a message that is made for the caller. */
    public static final class BadValueException extends MismatchedInputException {
        @Serial
        private static final long serialVersionUID = 1L;

        BadValueException(@Nullable JsonParser parser, String expectation, Class<?> type) {
            super(parser, expectation, type);
        }
    }
}
