package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Identifier;
import dev.ashlar.kernel.Labels;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Descriptions of valid values by their type, in the words of a field error. They never name a class. */
public final class Expectations {
    private static final String WRONG_TYPE = "has the wrong type";

    private Expectations() {}

    public static String of(@Nullable Class<?> declared) {
        if (declared == null) {
            return WRONG_TYPE;
        }
        var type = ClassUtils.resolvePrimitiveIfNecessary(declared);
        if (type.isEnum()) {
            return Labels.expectation(type);
        }
        if (Number.class.isAssignableFrom(type)) {
            return number(type);
        }
        if (type == Boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be a string";
        }
        if (Identifier.class.isAssignableFrom(type)) {
            return TextForm.IDENTIFIER_EXPECTATION;
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be an array";
        }
        return TextForm.TIMES.stream()
                .filter(form -> form.type() == type)
                .map(TextForm::expectation)
                .findFirst()
                .orElse(type.isRecord() ? "must be an object" : WRONG_TYPE);
    }

    private static String number(Class<?> type) {
        if (type == BigDecimal.class) {
            return TextForm.DECIMAL.expectation();
        }
        if (type == Integer.class) {
            return "must be a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
        }
        if (type == Long.class || type == Short.class) {
            return "must be a whole number of at most " + (type == Long.class ? Long.SIZE : Short.SIZE) + " bits";
        }
        return "must be a number";
    }
}
