// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Edit of one field: keep it, set it, or clear it. It distinguishes a field that is absent from a PATCH from one that is null.
 *
 * @param present true if the edit names the field
 * @param value the new value; null clears the field
 */
public record Change<T extends @Nullable Object>(
        boolean present, @Nullable T value) {
    public static <T extends @Nullable Object> Change<T> keep() {
        return new Change<>(false, null);
    }

    public static <T extends @Nullable Object> Change<T> to(@Nullable T value) {
        return new Change<>(true, value);
    }

    /** Returns the field's value after the edit. */
    public @Nullable T applyTo(@Nullable T current) {
        return present ? value : current;
    }
}
