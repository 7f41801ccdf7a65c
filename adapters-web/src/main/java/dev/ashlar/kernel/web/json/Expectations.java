package dev.ashlar.kernel.web.json;

import dev.ashlar.kernel.Identifier;
import dev.ashlar.kernel.Labels;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Descriptions of valid values by their type, in the words of a field error. They never name a class. */
public final class Expectations {
    private static final String WRONG_TYPE = "has the wrong type";

    private static final Map<Class<?>, String> BY_TYPE = new HashMap<>();

    static {
        BY_TYPE.put(BigDecimal.class, TextForm.DECIMAL.expectation());
        BY_TYPE.put(Boolean.class, "must be true or false");
        BY_TYPE.put(String.class, "must be a string");
        BY_TYPE.put(Integer.class, "must be a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE);
        BY_TYPE.put(Long.class, "must be a whole number of at most " + Long.SIZE + " bits");
        BY_TYPE.put(Short.class, "must be a whole number of at most " + Short.SIZE + " bits");
        TextForm.TIMES.forEach(form -> BY_TYPE.put(form.type(), form.expectation()));
    }

    private Expectations() {}

    public static String of(@Nullable Class<?> declared) {
        if (declared == null) {
            return WRONG_TYPE;
        }
        var type = ClassUtils.resolvePrimitiveIfNecessary(declared);
        if (type.isEnum()) {
            return Labels.expectation(type);
        }
        if (Identifier.class.isAssignableFrom(type)) {
            return TextForm.IDENTIFIER_EXPECTATION;
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be an array";
        }
        var otherwise = type.isRecord() ? "must be an object" : WRONG_TYPE;
        return BY_TYPE.getOrDefault(type, Number.class.isAssignableFrom(type) ? "must be a number" : otherwise);
    }
}
