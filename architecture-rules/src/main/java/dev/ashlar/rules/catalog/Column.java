// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Subject;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * {@snippet :
 * if (column.isText() && column.name().startsWith("is_")) {
 *     findings.violation(column, column.name() + " is of type " + column.type());
 * }
 * }
 *
 * @param place the line that creates it, else its qualified name
 * @param table its table, with the schema
 * @param name its name
 * @param type its type as PostgreSQL writes it, such as {@code numeric(12,2)} or {@code wallet.usage_type}
 * @param isEnum true if the type is an enum
 * @param notNull true if it is NOT NULL
 * @param defaultValue the expression of its default, or of what generates it
 * @param isGenerated true if it is a generated column
 * @param isIdentity true if it is an identity column
 * @param comment its comment, empty without one
 */
public record Column(
        Place place,
        String table,
        String name,
        String type,
        boolean isEnum,
        boolean notNull,
        @Nullable String defaultValue,
        boolean isGenerated,
        boolean isIdentity,
        String comment)
        implements Subject {
    private static final Set<String> TEXT = Set.of("text", "character varying", "character", "bpchar", "citext");

    /** Its type without length or precision, such as {@code numeric}. */
    public String baseType() {
        return type.replaceAll("\\(.*?\\)", "");
    }

    /** True if it holds characters, of whatever length. */
    public boolean isText() {
        return TEXT.contains(baseType());
    }
}
