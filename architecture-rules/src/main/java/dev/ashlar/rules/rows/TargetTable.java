// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.rows;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

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
    private static final String TABLES = """
            WITH own AS (
                SELECT c.oid FROM pg_class c
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
                  AND c.relname NOT IN ('databasechangelog', 'databasechangeloglock', 'flyway_schema_history')
                  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
            )
            SELECT coalesce(json_agg(json_build_object(
                'name', own.oid::regclass::text,
                'columns', array(
                    SELECT json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod),
                        'base', CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod)
                            ELSE format_type(a.atttypid, a.atttypmod) END,
                        'required', a.attnotnull OR t.typnotnull,
                        'labels', array(SELECT e.enumlabel FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder))
                    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
                    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                    WHERE a.attrelid = own.oid AND a.attnum > 0 AND NOT a.attisdropped
                      AND a.attgenerated = '' AND a.attidentity = ''
                      AND coalesce(pg_get_expr(d.adbin, d.adrelid), '') NOT LIKE 'nextval(%'
                    ORDER BY a.attnum),
                'checks', array(
                    SELECT json_build_object('expression', pg_get_expr(k.conbin, k.conrelid), 'columns', {k.conrelid k.conkey})
                    FROM pg_constraint k WHERE k.conrelid = own.oid AND k.contype = 'c'),
                'references', array(
                    SELECT json_build_object('columns', {k.conrelid k.conkey}, 'table', k.confrelid::regclass::text,
                        'targets', {k.confrelid k.confkey})
                    FROM pg_constraint k WHERE k.conrelid = own.oid AND k.contype = 'f' AND k.conparentid = 0),
                'keys', array(
                    SELECT json_build_object('columns', {i.indrelid i.indkey[0:i.indnkeyatts - 1]},
                        'predicate', coalesce(pg_get_expr(i.indpred, i.indrelid), 'true'))
                    FROM pg_index i
                    WHERE i.indrelid = own.oid AND i.indisunique AND 0 <> ALL (i.indkey::int2[]))) ORDER BY own.oid), '[]')
            FROM own
            """.replaceAll(
                    "\\{(\\S+) ([^}]+)}",
                    "array(SELECT quote_ident(a.attname) FROM unnest(($2)::int2[]) WITH ORDINALITY AS n (attnum, place)"
                            + " JOIN pg_attribute a ON a.attrelid = $1 AND a.attnum = n.attnum ORDER BY n.place)");

    TargetTable {
        var given = columns.stream().map(TargetColumn::name).toList();
        checks = checks.stream()
                .filter(check -> given.containsAll(check.columns()))
                .toList();
        references = references.stream()
                .filter(reference -> given.containsAll(reference.columns()))
                .toList();
        keys = keys.stream().filter(key -> given.containsAll(key.columns())).toList();
    }

    /**
     * A column as a maker of rows needs it.
     *
     * @param name quoted where PostgreSQL demands it
     * @param type its type, to cast to
     * @param base the same; for a domain, the type below it
     * @param required true if it is NOT NULL
     * @param labels of an enum; else empty
     */
    record TargetColumn(String name, String type, String base, boolean required, List<String> labels) {
        TargetColumn {
            base = base.replaceAll("\\([^)]*\\)", "").strip();
        }
    }

    /** A CHECK constraint: its expression and the columns it is about. */
    record CheckConstraint(String expression, Set<String> columns) {}

    /** A foreign key. */
    record ForeignKey(List<String> columns, String table, List<String> targets) {}

    /** A unique index; the predicate is {@code true} where it has none. */
    record Key(List<String> columns, String predicate) {}

    /** Returns the tables of all schemas but PostgreSQL's own, without histories of migrations and tables of extensions. */
    static List<TargetTable> all(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(TABLES)) {
            row.next();
            return List.of(JsonMapper.shared().readValue(row.getString(1), TargetTable[].class));
        }
    }
}
