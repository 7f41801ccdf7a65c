package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Identifier;
import dev.ashlar.kernel.Labels;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a right value of a type looks like, in words for the caller: no name of a class ever gets out. */
public final class Expectations {
    private static final List<TimeText<?>> TIMES =
            List.of(TimeText.INSTANT, TimeText.LOCAL_DATE, TimeText.LOCAL_TIME, TimeText.LOCAL_DATE_TIME);
    private static final String WHOLE_NUMBER = "must be a whole number";

    private Expectations() {}

    public static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        }
        if (type.isEnum()) {
            return Labels.expectation(type);
        }
        if (type == int.class || type == Integer.class) {
            return WHOLE_NUMBER + " from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        }
        if (type == long.class || type == Long.class || type == short.class || type == Short.class) {
            return WHOLE_NUMBER + " of at most " + (type == long.class || type == Long.class ? 64 : 16) + " bits";
        }
        if (type == BigDecimal.class) {
            return DecimalText.EXPECTATION;
        }
        if (type == double.class || type == Double.class) {
            return "must be a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be a string";
        }
        for (var form : TIMES) {
            if (type == form.type()) {
                return form.expectation();
            }
        }
        if (Identifier.class.isAssignableFrom(type)) {
            return IdentifierType.EXPECTATION;
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be an array";
        }
        return type.isRecord() ? "must be an object" : "has the wrong type";
    }
}
