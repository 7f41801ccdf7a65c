package dev.ashlar.kernel.web.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decimals are strings in JSON: a number would be read as a floating point one by half of all clients. */
final class DecimalText {
    static final String EXPECTATION = "must be a decimal number as a string, such as \"12.50\"";

    private static final Pattern FORM = Pattern.compile("-?\\d{1,20}(\\.\\d{1,10})?");

    private DecimalText() {}

    /** The value, or null if the text is none. */
    static @Nullable BigDecimal parseOrNull(String text) {
        return FORM.matcher(text).matches() ? new BigDecimal(text) : null;
    }
}
