// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column as CREATE TABLE or ADD COLUMN defines it.
 *
 * @param type as written, such as {@code numeric(10, 2)}
 * @param required true if it says NOT NULL
 * @param defaultValue its DEFAULT as written, or null
 * @param generated true if PostgreSQL computes it from other columns
 * @param identity true if it counts by itself: an identity, or a serial type
 * @param constraints those written at the column
 */
public record ColumnDefinition(
        String name,
        String type,
        boolean required,
        @Nullable String defaultValue,
        boolean generated,
        boolean identity,
        List<ConstraintDefinition> constraints) {
    public ColumnDefinition {
        constraints = List.copyOf(constraints);
    }

    /** Returns the type's name alone, in lower case, without length or array brackets. */
    public String typeName() {
        return type.toLowerCase(Locale.ROOT).replaceAll("\\s*[(\\[].*", "").strip();
    }
}
