// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.prepare;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGResultSetMetaData;

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
        String expression) {

    public static List<ResultColumn> all(@Nullable ResultSetMetaData result, List<String> expressions)
            throws SQLException {
        var columns = new ArrayList<ResultColumn>();
        if (result != null) {
            var origins = result.unwrap(PGResultSetMetaData.class);
            for (int i = 1; i <= result.getColumnCount(); i++) {
                var table = origins.getBaseTableName(i);
                columns.add(new ResultColumn(
                        result.getColumnLabel(i),
                        type(result.getColumnTypeName(i)),
                        table.isEmpty() ? null : origins.getBaseSchemaName(i),
                        table.isEmpty() ? null : table,
                        table.isEmpty() ? null : origins.getBaseColumnName(i),
                        result.isNullable(i) == ResultSetMetaData.columnNoNulls,
                        i <= expressions.size() ? expressions.get(i - 1) : ""));
            }
        }
        return columns;
    }

    /** The driver calls a column that counts by itself by the name that such a column is declared with. */
    private static String type(String name) {
        return switch (name) {
            case "smallserial" -> "int2";
            case "serial" -> "int4";
            case "bigserial" -> "int8";
            default -> name;
        };
    }
}
