// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

/** The questions to pg_catalog. */
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
                SELECT c.oid, c.relname, c.relowner, c.relacl, c.relkind, h.nspname,
                    h.nspname || '.' || c.relname AS qualified
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
            )
            """;

    private static final String GRANTS = """
            (SELECT array_agg(DISTINCT coalesce(r.rolname, 'PUBLIC') || '=' || g.privilege_type)
             FROM (%s) AS g
             LEFT JOIN pg_roles r ON r.oid = g.grantee
             WHERE g.grantee <> %s) AS grants
            """;

    static final String SCHEMAS = OWN
            + "SELECT h.nspname AS name, "
            + GRANTS.formatted("SELECT * FROM aclexplode(h.nspacl)", "h.nspowner")
            + "FROM home h ORDER BY 1";

    static final String TABLES = OWN + """
            SELECT o.nspname AS schema, o.relname AS name, pg_get_userbyid(o.relowner) AS owner,
                coalesce(obj_description(o.oid, 'pg_class'), '') AS comment,
                (SELECT array_agg(a.attname::text)
                 FROM pg_partitioned_table p
                 JOIN pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = ANY (p.partattrs)
                 WHERE p.partrelid = o.oid) AS partition_key,
            """ + GRANTS.formatted("""
                    SELECT * FROM aclexplode(o.relacl)
                    UNION ALL
                    SELECT c.* FROM pg_attribute a, aclexplode(a.attacl) AS c WHERE a.attrelid = o.oid
                    """, "o.relowner") + "FROM own o ORDER BY 1, 2";

    static final String COLUMNS = OWN + """
            SELECT o.qualified AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
                t.typtype = 'e' AS is_enum, a.attnotnull AS not_null,
                pg_get_expr(d.adbin, d.adrelid) AS default_value,
                a.attgenerated <> '' AS is_generated, a.attidentity <> '' AS is_identity,
                coalesce(col_description(o.oid, a.attnum), '') AS comment
            FROM own o
            JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            ORDER BY 1, a.attnum
            """;

    static final String CONSTRAINTS = OWN + """
            SELECT o.qualified AS table, k.conname AS name, k.contype AS kind, k.convalidated AS is_validated,
                pg_get_constraintdef(k.oid) AS definition,
                n.nspname || '.' || f.relname AS other_table, k.confdeltype AS on_delete,
                array(SELECT a.attname::text
                      FROM unnest(k.conkey) WITH ORDINALITY AS u (attnum, position)
                      JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.attnum
                      ORDER BY u.position) AS columns,
                array(SELECT a.attname::text
                      FROM unnest(k.confkey) WITH ORDINALITY AS u (attnum, position)
                      JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.attnum
                      ORDER BY u.position) AS other_columns,
                array(SELECT a.attname::text
                      FROM pg_attribute a
                      WHERE k.confdeltype IN ('n', 'd') AND a.attrelid = k.conrelid
                        AND a.attnum = ANY (coalesce(k.confdelsetcols, k.conkey))) AS nulled
            FROM own o
            JOIN pg_constraint k ON k.conrelid = o.oid AND k.contype IN ('p', 'f', 'u', 'c', 'x') AND k.conparentid = 0
            LEFT JOIN pg_class f ON f.oid = k.confrelid
            LEFT JOIN pg_namespace n ON n.oid = f.relnamespace
            ORDER BY 1, 2
            """;

    static final String INDEXES = OWN + """
            SELECT o.qualified AS table, c.relname AS name, i.indisunique AS is_unique, i.indisvalid AS is_valid,
                m.amname AS method, pg_get_expr(i.indpred, i.indrelid) AS predicate,
                pg_get_indexdef(i.indexrelid) AS definition,
                array(SELECT pg_get_indexdef(i.indexrelid, n, true)
                      FROM generate_series(1, i.indnkeyatts) AS n
                      ORDER BY n) AS keys,
                EXISTS (SELECT FROM pg_constraint k
                        WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')) AS carries_constraint
            FROM own o
            JOIN pg_index i ON i.indrelid = o.oid
            JOIN pg_class c ON c.oid = i.indexrelid
            JOIN pg_am m ON m.oid = c.relam
            ORDER BY 1, 2
            """;

    static final String TRIGGERS = OWN + """
            SELECT o.qualified AS table, t.tgname AS name, p.pronamespace::regnamespace || '.' || p.proname AS function,
                p.prosrc AS source,
                (t.tgtype & 2) <> 0 AS is_before, t.tgenabled IN ('O', 'A') AS is_enabled,
                t.tgqual IS NOT NULL OR t.tgattr <> '' AS is_conditional,
                array_remove(ARRAY[
                    CASE WHEN (t.tgtype & 4) <> 0 THEN 'INSERT' END,
                    CASE WHEN (t.tgtype & 8) <> 0 THEN 'DELETE' END,
                    CASE WHEN (t.tgtype & 16) <> 0 THEN 'UPDATE' END,
                    CASE WHEN (t.tgtype & 32) <> 0 THEN 'TRUNCATE' END
                ], NULL) AS events
            FROM own o
            JOIN pg_trigger t ON t.tgrelid = o.oid AND NOT t.tgisinternal
            JOIN pg_proc p ON p.oid = t.tgfoid
            ORDER BY 1, 2
            """;

    static final String ENUMS = OWN + """
            SELECT h.nspname AS schema, t.typname AS name, coalesce(obj_description(t.oid, 'pg_type'), '') AS comment,
                array(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid
                      ORDER BY e.enumsortorder) AS labels
            FROM home h
            JOIN pg_type t ON t.typnamespace = h.oid AND t.typtype = 'e'
            WHERE ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM extended)
            ORDER BY 1, 2
            """;

    static final String RANGES = OWN + """
            SELECT h.nspname AS schema, t.typname AS name, coalesce(obj_description(t.oid, 'pg_type'), '') AS comment
            FROM home h
            JOIN pg_type t ON t.typnamespace = h.oid AND t.typtype = 'r'
            WHERE ('pg_type'::regclass, t.oid) NOT IN (SELECT classid, objid FROM extended)
            ORDER BY 1, 2
            """;

    /** Without those that are a part of a type: PostgreSQL makes them together with a range type. */
    static final String ROUTINES = OWN
            + """
            SELECT h.nspname AS schema, p.proname AS name, p.prosecdef AS is_definer,
                p.provolatile = 'i' AS is_immutable,
                coalesce(obj_description(p.oid, 'pg_proc'), '') AS comment, p.proconfig AS configuration,
            """
            + GRANTS.formatted(
                    "SELECT * FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner)))", "p.proowner")
            + """
            FROM home h
            JOIN pg_proc p ON p.pronamespace = h.oid
            WHERE ('pg_proc'::regclass, p.oid) NOT IN (SELECT classid, objid FROM extended)
                AND ('pg_proc'::regclass, p.oid) NOT IN (
                    SELECT classid, objid FROM pg_depend WHERE deptype = 'i' AND refclassid = 'pg_type'::regclass
                )
            ORDER BY 1, 2
            """;
}
