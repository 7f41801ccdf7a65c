package dev.ashlar.kernel.web.json;

import java.io.Serial;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A value of a body that is wrong, with a message that is made for the caller. */
public final class BadValueException extends MismatchedInputException {
    @Serial
    private static final long serialVersionUID = 1L;

    BadValueException(@Nullable JsonParser parser, String expectation, Class<?> type) {
        super(parser, expectation, type);
    }
}
