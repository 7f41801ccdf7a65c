package dev.ashlar.kernel;

import org.jspecify.annotations.Nullable;

/**
 * What an edit says about one field: leave it, set it, or clear it. It tells a field that is absent from a PATCH apart
 * from one that is null.
 *
 * @param present whether the edit names the field at all
 * @param value the new value; null clears
 */
public record Change<T extends @Nullable Object>(
        boolean present, @Nullable T value) {
    public static <T extends @Nullable Object> Change<T> keep() {
        return new Change<>(false, null);
    }

    public static <T extends @Nullable Object> Change<T> to(@Nullable T value) {
        return new Change<>(true, value);
    }

    /** The field's value after the edit. */
    public @Nullable T applyTo(@Nullable T current) {
        return present ? value : current;
    }
}
