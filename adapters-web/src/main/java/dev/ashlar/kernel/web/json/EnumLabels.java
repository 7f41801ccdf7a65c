package dev.ashlar.kernel.web.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How enum constants are written outside: in lower case, the same in JSON, paths, queries and the database. */
public final class EnumLabels {
    private static final ClassValue<Map<String, Enum<?>>> BY_LABEL = new ClassValue<>() {
        @Override
        protected Map<String, Enum<?>> computeValue(Class<?> enumType) {
            var all = new LinkedHashMap<String, Enum<?>>();
            for (var constant : (Enum<?>[]) enumType.getEnumConstants()) {
                all.put(constant.name().toLowerCase(Locale.ROOT), constant);
            }
            return Collections.unmodifiableMap(all);
        }
    };

    private EnumLabels() {}

    /** The labels of all constants, in order. */
    public static Set<String> of(Class<?> enumType) {
        return BY_LABEL.get(enumType).keySet();
    }

    /** The constant with this label; null if there is none. */
    public static <E> @Nullable E constantOrNull(Class<E> enumType, @Nullable Object label) {
        return enumType.cast(BY_LABEL.get(enumType).get(label));
    }

    /** What a right value looks like. */
    public static String expectation(Class<?> enumType) {
        return "must be one of " + String.join(", ", of(enumType));
    }
}
