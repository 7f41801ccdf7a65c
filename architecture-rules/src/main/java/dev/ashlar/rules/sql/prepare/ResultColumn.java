// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.prepare;

import org.jspecify.annotations.Nullable;

/**
 * A column of a statement's result, as PostgreSQL describes it.
 *
 * @param label its name in the result
 * @param type its type, such as {@code uuid}, {@code int8} or {@code "shop"."order_status"}
 * @param schema the schema of the table it comes from; null for an expression
 * @param table the table it comes from unchanged; null for an expression
 * @param column the table's column; null for an expression
 * @param declaredNotNull true if that column is declared {@code NOT NULL}
 * @param expression what the plan computes for it, such as {@code count(*)}; empty if that cannot be known
 */
public record ResultColumn(
        String label,
        String type,
        @Nullable String schema,
        @Nullable String table,
        @Nullable String column,
        boolean declaredNotNull,
        String expression) {}
