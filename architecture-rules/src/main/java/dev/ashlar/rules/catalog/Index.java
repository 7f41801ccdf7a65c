// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * {@snippet :
 * boolean found = table.indexes().stream().anyMatch(index -> index.isWhole() && index.keys().get(0).equals("owner_id"));
 * }
 *
 * @param place the line that creates it, else its table's name and its own
 * @param table its table, with the schema
 * @param name its name
 * @param isUnique true if it is unique
 * @param isValid true if it is complete, which one that failed to build concurrently is not
 * @param carriesConstraint true if a primary key, unique constraint or exclusion rests on it
 * @param method how it is built, such as {@code btree}
 * @param keys its columns and expressions, in order, as PostgreSQL writes them
 * @param predicate which rows it holds, for a partial one
 * @param definition as PostgreSQL writes it
 */
public record Index(
        Place place,
        String table,
        String name,
        boolean isUnique,
        boolean isValid,
        boolean carriesConstraint,
        String method,
        List<String> keys,
        @Nullable String predicate,
        String definition)
        implements Subject {
    public Index {
        keys = List.copyOf(keys);
    }

    /** True if it speaks of all rows and can be read. */
    public boolean isWhole() {
        return isValid && predicate == null;
    }
}
