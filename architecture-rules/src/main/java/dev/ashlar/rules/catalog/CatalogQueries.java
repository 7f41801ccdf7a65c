// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

/** The question to pg_catalog, whose answer is a {@link Catalog} in JSON; each {@code place} is a name. */
final class CatalogQueries {
    private CatalogQueries() {}

    /**
     * Schemas that are neither PostgreSQL's nor an extension's, and in them tables that are neither an extension's, nor a
     * partition, nor, by their columns, the history or lock of Liquibase or Flyway.
     */
    private static final String OWN = """
            WITH extended AS (
                SELECT classid, objid FROM pg_depend WHERE deptype = 'e' AND refclassid = 'pg_extension'::regclass
            ),
            home AS (
                SELECT oid, nspname, nspowner, nspacl
                FROM pg_namespace
                WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
                    AND ('pg_namespace'::regclass, oid) NOT IN (SELECT classid, objid FROM extended)
            ),
            own AS (
                SELECT c.oid, c.relname, c.relowner, c.relacl, h.nspname, h.nspname || '.' || c.relname AS qualified
                FROM pg_class c
                JOIN home h ON h.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                    AND ('pg_class'::regclass, c.oid) NOT IN (SELECT classid, objid FROM extended)
                    AND NOT (
                        SELECT array_agg(a.attname::text) @> '{md5sum,orderexecuted,exectype}'
                            OR array_agg(a.attname::text) @> '{locked,lockgranted,lockedby}'
                            OR array_agg(a.attname::text) @> '{installed_rank,installed_on,success}'
                        FROM pg_attribute a
                        WHERE a.attrelid = c.oid
                    )
            ),
            """;

    private static final String GRANTS = """
            (SELECT json_agg(DISTINCT jsonb_build_object(
                 'grantee', coalesce(r.rolname, 'PUBLIC'), 'privilege', g.privilege_type))
             FROM (%s) AS g
             LEFT JOIN pg_roles r ON r.oid = g.grantee
             WHERE g.grantee <> %s) AS grants
            """;

    private static final String COLUMNS = """
            SELECT o.qualified || '.' || a.attname AS place, o.qualified AS table, a.attname AS name,
                format_type(a.atttypid, a.atttypmod) AS type, t.typtype = 'e' AS is_enum, a.attnotnull AS not_null,
                pg_get_expr(d.adbin, d.adrelid) AS default_value,
                a.attgenerated <> '' AS is_generated, a.attidentity <> '' AS is_identity,
                coalesce(col_description(o.oid, a.attnum), '') AS comment
            FROM pg_attribute a
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """;

    private static final String CONSTRAINTS = """
            SELECT o.qualified || '.' || k.conname AS place, o.qualified AS table, k.conname AS name,
                CASE k.contype WHEN 'p' THEN 'PRIMARY_KEY' WHEN 'f' THEN 'FOREIGN_KEY' WHEN 'u' THEN 'UNIQUE'
                    WHEN 'c' THEN 'CHECK' ELSE 'EXCLUSION' END AS kind,
                array(SELECT a.attname::text
                      FROM unnest(k.conkey) WITH ORDINALITY AS u (attnum, position)
                      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum
                      ORDER BY u.position) AS columns,
                pg_get_constraintdef(k.oid) AS definition,
                (SELECT json_build_object(
                     'table', n.nspname || '.' || f.relname,
                     'columns', array(SELECT a.attname::text
                                      FROM unnest(k.confkey) WITH ORDINALITY AS u (attnum, position)
                                      JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.attnum
                                      ORDER BY u.position),
                     'on_delete', CASE k.confdeltype WHEN 'r' THEN 'RESTRICT' WHEN 'c' THEN 'CASCADE'
                         WHEN 'n' THEN 'SET_NULL' WHEN 'd' THEN 'SET_DEFAULT' ELSE 'NO_ACTION' END,
                     'nulled', array(SELECT a.attname::text
                                     FROM pg_attribute a
                                     WHERE k.confdeltype IN ('n', 'd') AND a.attrelid = k.conrelid
                                       AND a.attnum = ANY (coalesce(k.confdelsetcols, k.conkey))))
                 FROM pg_class f
                 JOIN pg_namespace n ON n.oid = f.relnamespace
                 WHERE f.oid = k.confrelid) AS references
            FROM pg_constraint k
            WHERE k.conrelid = o.oid AND k.contype IN ('p', 'f', 'u', 'c', 'x') AND k.conparentid = 0
            ORDER BY k.conname
            """;

    private static final String INDEXES = """
            SELECT o.qualified || '.' || c.relname AS place, o.qualified AS table, c.relname AS name,
                i.indisunique AS is_unique, i.indisvalid AS is_valid,
                EXISTS (SELECT FROM pg_constraint k
                        WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')) AS carries_constraint,
                m.amname AS method,
                array(SELECT pg_get_indexdef(i.indexrelid, n, true)
                      FROM generate_series(1, i.indnkeyatts) AS n
                      ORDER BY n) AS keys,
                pg_get_expr(i.indpred, i.indrelid) AS predicate, pg_get_indexdef(i.indexrelid) AS definition
            FROM pg_index i
            JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_am m ON m.oid = c.relam
            WHERE i.indrelid = o.oid
            ORDER BY c.relname
            """;

    private static final String TRIGGERS = """
            SELECT o.qualified || '.' || t.tgname AS place, t.tgname AS name,
                array_remove(ARRAY[
                    CASE WHEN (t.tgtype & 4) <> 0 THEN 'INSERT' END,
                    CASE WHEN (t.tgtype & 8) <> 0 THEN 'DELETE' END,
                    CASE WHEN (t.tgtype & 16) <> 0 THEN 'UPDATE' END,
                    CASE WHEN (t.tgtype & 32) <> 0 THEN 'TRUNCATE' END
                ], NULL) AS events,
                (t.tgtype & 2) <> 0 AS is_before, t.tgqual IS NOT NULL OR t.tgattr <> '' AS is_conditional,
                t.tgenabled IN ('O', 'A') AS is_enabled,
                n.nspname || '.' || p.proname AS function, p.prosrc AS source
            FROM pg_trigger t
            JOIN pg_proc p ON p.oid = t.tgfoid
            JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE t.tgrelid = o.oid AND NOT t.tgisinternal
            ORDER BY t.tgname
            """;

    private static final String TABLES =
            """
            SELECT o.qualified AS place, o.nspname AS schema, o.relname AS name,
                coalesce(obj_description(o.oid, 'pg_class'), '') AS comment,
                (SELECT json_agg(a.attname)
                 FROM pg_partitioned_table p
                 JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = ANY (p.partattrs)
                 WHERE p.partrelid = o.oid) AS partition_key,
                (SELECT json_agg(c) FROM (%s) AS c) AS columns,
                (SELECT json_agg(k) FROM (%s) AS k) AS constraints,
                (SELECT json_agg(i) FROM (%s) AS i) AS indexes,
                (SELECT json_agg(t) FROM (%s) AS t) AS triggers,
                %s
            FROM own o
            ORDER BY o.nspname, o.relname
            """.formatted(COLUMNS, CONSTRAINTS, INDEXES, TRIGGERS, GRANTS.formatted("""
                    SELECT * FROM aclexplode(o.relacl)
                    UNION ALL
                    SELECT c.* FROM pg_attribute a, aclexplode(a.attacl) AS c WHERE a.attrelid = o.oid
                    """, "o.relowner"));

    private static final String TYPES = """
            SELECT h.nspname || '.' || t.typname AS place, h.nspname AS schema, t.typname AS name,
                coalesce(obj_description(t.oid, 'pg_type'), '') AS comment, t.typtype = 'e' AS is_enum,
                array(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels
            FROM home h
            JOIN pg_type t ON t.typnamespace = h.oid AND t.typtype IN ('e', 'r')
            WHERE ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM extended)
            ORDER BY h.nspname, t.typname
            """;

    /** Without those that are a part of a type: PostgreSQL makes them together with a range type. */
    private static final String ROUTINES = """
            SELECT h.nspname || '.' || p.proname AS place, h.nspname AS schema, p.proname AS name,
                coalesce(obj_description(p.oid, 'pg_proc'), '') AS comment, p.prosecdef AS is_security_definer,
                p.provolatile = 'i' AS is_immutable, p.proconfig AS configuration, p.prosrc AS source,
                %s
            FROM home h
            JOIN pg_proc p ON p.pronamespace = h.oid
            WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM extended)
                AND ('pg_proc'::regclass, p.oid) NOT IN (
                    SELECT classid, objid FROM pg_depend WHERE deptype = 'i' AND refclassid = 'pg_type'::regclass
                )
            ORDER BY h.nspname, p.proname
            """.formatted(GRANTS.formatted(
            "SELECT * FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner)))", "p.proowner"));

    private static final String SCHEMAS =
            """
            SELECT h.nspname AS place, h.nspname AS name,
                %s
            FROM home h
            WHERE h.nspname IN (
                SELECT schema FROM tables
                UNION ALL SELECT schema FROM types
                UNION ALL SELECT schema FROM routines
            )
            ORDER BY h.nspname
            """.formatted(GRANTS.formatted("SELECT * FROM aclexplode(h.nspacl)", "h.nspowner"));

    /** Everything that is the project's. */
    static final String CATALOG = OWN + """
            tables AS (%s),
            types AS (%s),
            routines AS (%s),
            schemas AS (%s)
            SELECT json_build_object(
                'schemas', (SELECT json_agg(s) FROM schemas s),
                'tables', (SELECT json_agg(t) FROM tables t),
                'types', (SELECT json_agg(t) FROM types t),
                'routines', (SELECT json_agg(r) FROM routines r))
            """.formatted(TABLES, TYPES, ROUTINES, SCHEMAS);
}
