// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A constraint of a table.
 *
 * {@snippet :
 * if (constraint.kind() == Constraint.Kind.CHECK && constraint.columns().isEmpty()) {
 *     findings.violation(constraint, constraint.name() + " is about no column");
 * }
 * }
 *
 * @param place the line that creates it, else its table's name and its own
 * @param table its table, with the schema
 * @param name its name
 * @param kind what it constrains
 * @param columns the columns it is about, in its order
 * @param definition as PostgreSQL writes it
 * @param references for a foreign key, what it refers to
 */
public record Constraint(
        Place place,
        String table,
        String name,
        Kind kind,
        List<String> columns,
        String definition,
        @Nullable Reference references)
        implements Subject {
    public Constraint {
        columns = List.copyOf(columns);
    }

    /** True if it is a foreign key. */
    public boolean isForeignKey() {
        return references != null;
    }

    /** Kinds of constraints, with what their names begin with. */
    public enum Kind {
        PRIMARY_KEY("pk_"),
        FOREIGN_KEY("fk_"),
        UNIQUE("uq_"),
        CHECK("chk_"),
        EXCLUSION("ex_");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** Returns the prefix of such a constraint's name. */
        public String prefix() {
            return prefix;
        }

        /** In words, such as {@code foreign key}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * Target of a foreign key.
     *
     * @param table the table, with the schema
     * @param columns the columns, in the order of the key's own
     * @param onDelete what a deletion over there does here
     * @param nulled the columns that the deletion sets to null or to their default, if it does
     */
    public record Reference(String table, List<String> columns, OnDelete onDelete, List<String> nulled) {
        public Reference {
            columns = List.copyOf(columns);
            nulled = List.copyOf(nulled);
        }
    }

    /** Effect of a row's deletion on the rows that refer to it. */
    public enum OnDelete {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT
    }
}
