package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Identifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a right value of a type looks like, in words for the caller: no name of a class ever gets out. */
public final class Expectations {
    private static final String WHOLE_NUMBER = "must be a whole number";

    private Expectations() {}

    public static String of(@Nullable Class<?> type) {
        if (type == null) {
            return "has the wrong type";
        }
        if (type.isEnum()) {
            return EnumLabels.expectation(type);
        }
        if (type == int.class || type == Integer.class) {
            return WHOLE_NUMBER + " from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        }
        if (type == long.class || type == Long.class || type == short.class || type == Short.class) {
            return WHOLE_NUMBER + " of at most " + (type == long.class || type == Long.class ? 64 : 16) + " bits";
        }
        if (type == BigDecimal.class || type == double.class || type == Double.class) {
            return "must be a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be a string";
        }
        if (type == Instant.class) {
            return Rfc3339.EXPECTATION;
        }
        if (type == LocalDate.class) {
            return "must be a date such as 2026-01-31";
        }
        if (type == LocalTime.class) {
            return "must be a time of day such as 09:30";
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
