// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Labels of enum constants: their names in lower case, the same in JSON, paths, queries, diagrams and the database. */
public final class Labels {
    private static final ClassValue<Map<String, Enum<?>>> BY_LABEL = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> enumType) {
            var all = new LinkedHashMap<String, Enum<?>>();
            for (var constant : (Enum<?>[]) enumType.getEnumConstants()) {
                all.put(of(constant), constant);
            }
            return Collections.unmodifiableMap(all);
        }
    };

    private Labels() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Labels of all constants, in their order. */
    public static Set<String> all(Class<?> enumType) {
        return BY_LABEL.get(enumType).keySet();
    }

    /** Returns the constant with this label, or null if there is none. */
    public static <E> @Nullable E find(Class<E> enumType, @Nullable Object label) {
        return enumType.cast(BY_LABEL.get(enumType).get(label));
    }

    /** Describes a valid label in the words of a field error. */
    public static String expectation(Class<?> enumType) {
        return "must be one of " + String.join(", ", all(enumType));
    }
}
