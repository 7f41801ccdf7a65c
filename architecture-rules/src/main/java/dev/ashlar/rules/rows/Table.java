package dev.ashlar.rules.rows;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
record Table(String name, List<Column> columns, List<Check> checks, List<Reference> references, List<Key> keys) {
    /** A CHECK constraint: its expression and the columns it is about. */
    record Check(String expression, Set<String> columns) {}

    /** A foreign key. */
    record Reference(List<String> columns, String table, List<String> targets) {}

    /** A unique index; the predicate is {@code true} where it has none. */
    record Key(List<String> columns, String predicate) {}

    /** The tables of all schemas but PostgreSQL's and Liquibase's own, without those of extensions. */
    static List<Table> all(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        var names = rows(connection, """
                SELECT c.oid::text, c.oid::regclass::text FROM pg_class c
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
                  AND c.relname NOT IN ('databasechangelog', 'databasechangeloglock')
                  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
                ORDER BY c.oid""", row -> List.of(row.getString(1), row.getString(2)));
        for (var table : names) {
            tables.add(read(connection, table.get(0), table.get(1)));
        }
        return tables;
    }

    private static Table read(Connection connection, String oid, String name) throws SQLException {
        var columns = rows(
                connection,
                """
                SELECT quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
                    CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod)
                        ELSE format_type(a.atttypid, a.atttypmod) END,
                    a.attnotnull OR t.typnotnull,
                    ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
                FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE a.attrelid = %s AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''
                  AND COALESCE(pg_get_expr(d.adbin, d.adrelid), '') NOT LIKE 'nextval(%%'
                ORDER BY a.attnum""".formatted(oid),
                row -> new Column(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        list(row.getArray(5))));
        var checks = rows(
                connection,
                """
                SELECT pg_get_expr(k.conbin, k.conrelid), %s
                FROM pg_constraint k WHERE k.conrelid = %s AND k.contype = 'c'
                """.formatted(names("k.conrelid", "k.conkey"), oid),
                row -> new Check(row.getString(1), new HashSet<>(list(row.getArray(2)))));
        var references = rows(
                connection,
                """
                SELECT %s, k.confrelid::regclass::text, %s FROM pg_constraint k
                WHERE k.conrelid = %s AND k.contype = 'f' AND k.conparentid = 0
                """.formatted(names("k.conrelid", "k.conkey"), names("k.confrelid", "k.confkey"), oid),
                row -> new Reference(list(row.getArray(1)), row.getString(2), list(row.getArray(3))));
        var keys = rows(
                connection,
                """
                SELECT %s, COALESCE(pg_get_expr(i.indpred, i.indrelid), 'true')
                FROM pg_index i WHERE i.indrelid = %s AND i.indisunique AND 0 <> ALL (i.indkey::int2[])
                """.formatted(names("i.indrelid", "i.indkey[0:i.indnkeyatts - 1]"), oid),
                row -> new Key(list(row.getArray(1)), row.getString(2)));
        var given = columns.stream().map(Column::name).toList();
        return new Table(
                name,
                columns,
                checks.stream()
                        .filter(check -> given.containsAll(check.columns()))
                        .toList(),
                references.stream()
                        .filter(reference -> given.containsAll(reference.columns()))
                        .toList(),
                keys.stream().filter(key -> given.containsAll(key.columns())).toList());
    }

    private static String names(String relation, String numbers) {
        return "ARRAY(SELECT quote_ident(a.attname) FROM unnest((" + numbers
                + ")::int2[]) WITH ORDINALITY AS n (attnum, place)" + " JOIN pg_attribute a ON a.attrelid = " + relation
                + " AND a.attnum = n.attnum ORDER BY n.place)";
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(Connection connection, String sql, Reader<T> reader) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var read = new ArrayList<T>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    private static List<String> list(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
