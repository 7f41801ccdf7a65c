// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.rows;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table as a maker of rows needs it.
 *
 * @param name with its schema
 * @param columns those that a row must or may give
 * @param checks conditions over these columns
 * @param references foreign keys
 * @param keys columns of each unique index over plain columns of these, with the index's predicate
 */
record TargetTable(
        String name,
        List<TargetColumn> columns,
        List<CheckConstraint> checks,
        List<ForeignKey> references,
        List<Key> keys) {
    private static final String OWN = """
            WITH own AS (
                SELECT c.oid FROM pg_class c
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
                  AND c.relname NOT IN ('databasechangelog', 'databasechangeloglock', 'flyway_schema_history')
                  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
            )
            """;

    /** A CHECK constraint: its expression and the columns it is about. */
    record CheckConstraint(String expression, Set<String> columns) {}

    /** A foreign key. */
    record ForeignKey(List<String> columns, String table, List<String> targets) {}

    /** A unique index; the predicate is {@code true} where it has none. */
    record Key(List<String> columns, String predicate) {}

    /** The tables of all schemas but PostgreSQL's own, without histories of migrations and tables of extensions: four queries, however many there are. */
    static List<TargetTable> all(Connection connection) throws SQLException {
        var columns = rows(
                connection,
                """
                SELECT a.attrelid, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
                    CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod)
                        ELSE format_type(a.atttypid, a.atttypmod) END,
                    a.attnotnull OR t.typnotnull,
                    ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
                FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE a.attrelid IN (SELECT oid FROM own) AND a.attnum > 0 AND NOT a.attisdropped
                  AND a.attgenerated = '' AND a.attidentity = ''
                  AND COALESCE(pg_get_expr(d.adbin, d.adrelid), '') NOT LIKE 'nextval(%'
                ORDER BY a.attnum""",
                row -> new TargetColumn(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5),
                        list(row.getArray(6))));
        var checks = rows(
                connection,
                """
                SELECT k.conrelid, pg_get_expr(k.conbin, k.conrelid), %s
                FROM pg_constraint k WHERE k.conrelid IN (SELECT oid FROM own) AND k.contype = 'c'
                """.formatted(names("k.conrelid", "k.conkey")),
                row -> new CheckConstraint(row.getString(2), new HashSet<>(list(row.getArray(3)))));
        var references = rows(
                connection,
                """
                SELECT k.conrelid, %s, k.confrelid::regclass::text, %s FROM pg_constraint k
                WHERE k.conrelid IN (SELECT oid FROM own) AND k.contype = 'f' AND k.conparentid = 0
                """.formatted(names("k.conrelid", "k.conkey"), names("k.confrelid", "k.confkey")),
                row -> new ForeignKey(list(row.getArray(2)), row.getString(3), list(row.getArray(4))));
        var keys = rows(
                connection,
                """
                SELECT i.indrelid, %s, COALESCE(pg_get_expr(i.indpred, i.indrelid), 'true')
                FROM pg_index i
                WHERE i.indrelid IN (SELECT oid FROM own) AND i.indisunique AND 0 <> ALL (i.indkey::int2[])
                """.formatted(names("i.indrelid", "i.indkey[0:i.indnkeyatts - 1]")),
                row -> new Key(list(row.getArray(2)), row.getString(3)));
        return rows(
                        connection,
                        "SELECT own.oid, own.oid::regclass::text FROM own ORDER BY own.oid",
                        row -> row.getString(2))
                .entrySet()
                .stream()
                .map(table -> of(table.getValue().get(0), table.getKey(), columns, checks, references, keys))
                .toList();
    }

    private static TargetTable of(
            String name,
            Long oid,
            Map<Long, List<TargetColumn>> columns,
            Map<Long, List<CheckConstraint>> checks,
            Map<Long, List<ForeignKey>> references,
            Map<Long, List<Key>> keys) {
        var own = columns.getOrDefault(oid, List.of());
        var given = own.stream().map(TargetColumn::name).toList();
        return new TargetTable(
                name,
                own,
                checks.getOrDefault(oid, List.of()).stream()
                        .filter(check -> given.containsAll(check.columns()))
                        .toList(),
                references.getOrDefault(oid, List.of()).stream()
                        .filter(reference -> given.containsAll(reference.columns()))
                        .toList(),
                keys.getOrDefault(oid, List.of()).stream()
                        .filter(key -> given.containsAll(key.columns()))
                        .toList());
    }

    private static String names(String relation, String numbers) {
        return "ARRAY(SELECT quote_ident(a.attname) FROM unnest((" + numbers
                + ")::int2[]) WITH ORDINALITY AS n (attnum, place)" + " JOIN pg_attribute a ON a.attrelid = " + relation
                + " AND a.attnum = n.attnum ORDER BY n.place)";
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Answers of a query by table, whose number is its first column, in the order of the rows. */
    private static <T> Map<Long, List<T>> rows(Connection connection, String sql, RowReader<T> reader)
            throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(OWN + sql)) {
            var read = new LinkedHashMap<Long, List<T>>();
            while (rows.next()) {
                read.computeIfAbsent(rows.getLong(1), oid -> new ArrayList<>()).add(reader.read(rows));
            }
            return read;
        }
    }

    private static List<String> list(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
