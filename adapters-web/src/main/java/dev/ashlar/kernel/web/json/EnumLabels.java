package dev.ashlar.kernel.web.json;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How enum constants are written outside: in lower case, the same in JSON, paths, queries and the database. */
public final class EnumLabels {
    private EnumLabels() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The labels of all constants, in order. */
    public static String[] of(Enum<?>[] constants) {
        return Arrays.stream(constants).map(EnumLabels::of).toArray(String[]::new);
    }

    public static boolean isLabel(Class<?> enumType, String text) {
        return Arrays.stream((Enum<?>[]) enumType.getEnumConstants())
                .anyMatch(constant -> of(constant).equals(text));
    }

    /** What a right value looks like. */
    public static String expectation(Class<?> enumType) {
        return Arrays.stream((Enum<?>[]) enumType.getEnumConstants())
                .map(EnumLabels::of)
                .collect(Collectors.joining(", ", "must be one of ", ""));
    }
}
