// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.json;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Descriptions of valid values by their type, in the words of a field error. They never name a class. */
public final class Expectations {
    private static final String WRONG_TYPE = "has the wrong type";

    private static final Map<Class<?>, String> BY_TYPE = Map.of(
            Boolean.class,
            "must be true or false",
            String.class,
            "must be a string",
            Integer.class,
            "must be a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE,
            Long.class,
            "must be a whole number of at most " + Long.SIZE + " bits",
            Short.class,
            "must be a whole number of at most " + Short.SIZE + " bits");

    private Expectations() {}

    public static String of(@Nullable Class<?> declared) {
        if (declared == null) {
            return WRONG_TYPE;
        }
        var type = ClassUtils.resolvePrimitiveIfNecessary(declared);
        var form = TextForm.of(type);
        if (form != null) {
            return form.expectation();
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "must be an array";
        }
        var otherwise = type.isRecord() ? "must be an object" : WRONG_TYPE;
        return BY_TYPE.getOrDefault(type, Number.class.isAssignableFrom(type) ? "must be a number" : otherwise);
    }
}
