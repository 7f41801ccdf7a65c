// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.catalog.Constraint.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A constraint as a table or a column defines it.
 *
 * {@snippet :
 * boolean unnamed = constraint.name() == null && constraint.kind() == Constraint.Kind.FOREIGN_KEY;
 * }
 *
 * @param name null where the statement leaves it to PostgreSQL
 * @param columns what it binds; empty for a check or an exclusion
 * @param targetColumns the columns that a foreign key refers to; empty where they are not written out
 * @param onDelete as in {@code SET NULL} or {@code SET NULL (order_id)}; null where it is not written out
 * @param notValid true if rows that are there already go unchecked
 * @param usingIndex true if it takes an index that is there already
 * @param text as written
 */
public record ConstraintDefinition(
        @Nullable String name,
        Kind kind,
        List<String> columns,
        List<String> targetColumns,
        @Nullable String onDelete,
        boolean notValid,
        boolean usingIndex,
        String text) {
    /** Returns the columns that a foreign key sets to null, which are all of it unless some are listed. */
    List<String> nulled() {
        var action = onDelete == null ? "" : onDelete;
        int list = action.indexOf('(');
        return list < 0
                ? columns
                : List.of(action.substring(list + 1, action.length() - 1).split(", "));
    }

    public ConstraintDefinition {
        columns = List.copyOf(columns);
        targetColumns = List.copyOf(targetColumns);
    }
}
