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
 * if (constraint.kind() == Constraint.Kind.CHECK && !constraint.isValidated()) {
 *     findings.violation(constraint, constraint.name() + " says nothing about older rows");
 * }
 * }
 *
 * @param place the line that creates it, else its table's name and its own
 * @param table its table, with the schema
 * @param name its name
 * @param kind what it constrains
 * @param columns the columns it is about, in its order
 * @param definition as PostgreSQL writes it
 * @param isValidated true if all rows are known to satisfy it
 * @param references for a foreign key, what it refers to
 */
public record Constraint(
        Place place,
        String table,
        String name,
        Kind kind,
        List<String> columns,
        String definition,
        boolean isValidated,
        @Nullable Reference references)
        implements Subject {
    public Constraint {
        columns = List.copyOf(columns);
    }

    /** True if it is a foreign key. */
    public boolean isForeignKey() {
        return references != null;
    }

    /** Kinds of constraints. */
    public enum Kind {
        PRIMARY_KEY('p'),
        FOREIGN_KEY('f'),
        UNIQUE('u'),
        CHECK('c'),
        EXCLUSION('x');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        static Kind of(String letter) {
            for (var kind : values()) {
                if (kind.letter == letter.charAt(0)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(letter);
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
        SET_DEFAULT;

        static OnDelete of(String letter) {
            return switch (letter) {
                case "r" -> RESTRICT;
                case "c" -> CASCADE;
                case "n" -> SET_NULL;
                case "d" -> SET_DEFAULT;
                default -> NO_ACTION;
            };
        }
    }
}
