// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A schema as text, from PostgreSQL's catalog: one line for each thing that a migration can make or change, in an order that
 * does not depend on when it was made. Liquibase's own tables are left out.
 *
 * {@snippet :
 * var before = SchemaDump.of(connection);
 * // … up and down again …
 * before.difference(SchemaDump.of(connection)); // "there is still: index CREATE INDEX ix_orders_total …"
 * }
 */
public record SchemaDump(List<String> lines) {
    private static final String OURS = "!~ '^(pg_|information_schema$)'";
    private static final String QUERY = String.join(
            "\nUNION ALL\n",
            "SELECT 'schema ' || quote_ident(nspname) FROM pg_namespace WHERE nspname " + OURS,
            "SELECT 'extension ' || extname || ' ' || extversion FROM pg_extension",
            """
            SELECT 'relation ' || c.oid::regclass || ' ' || c.relkind::text || c.relpersistence::text || ' security '
                || c.relrowsecurity || c.relforcerowsecurity || ' ' || COALESCE(c.reloptions::text, '')
                || COALESCE(' by ' || pg_get_partkeydef(c.oid), '') || COALESCE(' ' || pg_get_expr(c.relpartbound, c.oid), '')
                || CASE WHEN c.relkind IN ('v', 'm') THEN ' ' || pg_get_viewdef(c.oid) ELSE '' END
            FROM own c""",
            """
            SELECT 'column ' || c.oid::regclass || '.' || quote_ident(a.attname) || ' at '
                || row_number() OVER (PARTITION BY c.oid ORDER BY a.attnum) || ' ' || format_type(a.atttypid, a.atttypmod)
                || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END || COALESCE(' ' || co.collname, '')
                || CASE WHEN a.attgenerated = '' THEN COALESCE(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
                    ELSE ' GENERATED ' || a.attgenerated::text || ' ' || pg_get_expr(d.adbin, d.adrelid) END
                || CASE WHEN a.attidentity = '' THEN '' ELSE ' IDENTITY ' || a.attidentity::text END
            FROM own c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            LEFT JOIN pg_collation co ON co.oid = a.attcollation AND co.collname <> 'default'
            WHERE c.relkind <> 'S'""",
            """
            SELECT 'constraint ' || CASE WHEN k.conrelid = 0 THEN k.contypid::regtype::text ELSE k.conrelid::regclass::text END
                || ' ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
            FROM pg_constraint k WHERE k.connamespace::regnamespace::text ~NOT~
              AND k.conrelid NOT IN (SELECT oid FROM liquibase)""",
            """
            SELECT 'index ' || pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' INVALID' END
            FROM own c JOIN pg_index i ON i.indrelid = c.oid""",
            """
            SELECT 'enum ' || e.enumtypid::regtype || ' ' || row_number() OVER (PARTITION BY e.enumtypid ORDER BY e.enumsortorder)
                || ' ' || quote_literal(e.enumlabel)
            FROM pg_enum e""",
            """
            SELECT 'type ' || t.oid::regtype || ' ' || t.typtype::text
                || CASE WHEN t.typtype = 'd' THEN ' ' || format_type(t.typbasetype, t.typtypmod)
                    || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END || COALESCE(' DEFAULT ' || t.typdefault, '') ELSE '' END
            FROM pg_type t WHERE t.typnamespace::regnamespace::text ~NOT~ AND t.typtype IN ('e', 'd', 'r', 'c')
              AND t.typrelid NOT IN (SELECT oid FROM liquibase)""",
            """
            SELECT 'function ' || pg_get_functiondef(p.oid) FROM pg_proc p
            WHERE p.pronamespace::regnamespace::text ~NOT~ AND p.prokind IN ('f', 'p')
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')""",
            """
            SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text FROM pg_trigger t WHERE NOT t.tgisinternal""",
            """
            SELECT 'sequence ' || s.seqrelid::regclass || ' ' || format_type(s.seqtypid, NULL) || ' ' || s.seqstart || ' '
                || s.seqincrement || ' ' || s.seqmin || ' ' || s.seqmax || ' ' || s.seqcache || s.seqcycle
            FROM pg_sequence s JOIN own c ON c.oid = s.seqrelid""",
            """
            SELECT 'policy ' || p.polrelid::regclass || ' ' || quote_ident(p.polname) || ' ' || p.polcmd::text || p.polpermissive
                || ' to ' || p.polroles::regrole[]::text || COALESCE(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
                || COALESCE(' check ' || pg_get_expr(p.polwithcheck, p.polrelid), '')
            FROM pg_policy p""",
            """
            SELECT 'rule ' || pg_get_ruledef(r.oid) FROM pg_rewrite r JOIN own c ON c.oid = r.ev_class
            WHERE r.rulename <> '_RETURN'""",
            "SELECT 'statistics ' || pg_get_statisticsobjdef(s.oid) FROM pg_statistic_ext s",
            """
            SELECT 'grant on ' || g.thing || ': ' || g.privilege_type || ' to '
                || CASE g.grantee WHEN 0 THEN 'public' ELSE g.grantee::regrole::text END
                || CASE WHEN g.is_grantable THEN ' with grant option' ELSE '' END
            FROM (
                SELECT 'schema ' || nspname AS thing, g.* FROM pg_namespace n,
                    aclexplode(COALESCE(nspacl, acldefault('n', nspowner))) g WHERE n.nspname ~NOT~
                UNION ALL
                SELECT c.oid::regclass::text, g.* FROM own c,
                    aclexplode(COALESCE(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner))) g
                UNION ALL
                SELECT c.oid::regclass || '.' || a.attname, g.* FROM own c JOIN pg_attribute a ON a.attrelid = c.oid,
                    aclexplode(a.attacl) g
                UNION ALL
                SELECT p.oid::regprocedure::text, g.* FROM pg_proc p, aclexplode(COALESCE(p.proacl, acldefault('f', p.proowner))) g
                WHERE p.pronamespace::regnamespace::text ~NOT~
                UNION ALL
                SELECT t.oid::regtype::text, g.* FROM pg_type t, aclexplode(COALESCE(t.typacl, acldefault('T', t.typowner))) g
                WHERE t.typnamespace::regnamespace::text ~NOT~ AND t.typtype IN ('e', 'd')
                UNION ALL
                SELECT 'new ' || d.defaclobjtype::text || ' in ' || d.defaclnamespace::regnamespace, g.*
                FROM pg_default_acl d, aclexplode(d.defaclacl) g
            ) g""",
            """
            SELECT 'comment on ' || a.type || ' ' || a.identity || ': ' || d.description
            FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) a
            WHERE d.objoid >= 16384 AND a.type NOT IN ('extension', 'database')""");
    private static final String DUMP =
            "WITH liquibase AS (SELECT oid FROM pg_class WHERE relname LIKE 'databasechangelog%'),"
                    + " own AS (SELECT * FROM pg_class WHERE relnamespace::regnamespace::text " + OURS
                    + " AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c') AND oid NOT IN (SELECT oid FROM liquibase))\n"
                    + QUERY.replace("~NOT~", OURS);

    public SchemaDump {
        lines = List.copyOf(lines);
    }

    /** Returns the schema that a connection sees. */
    public static SchemaDump of(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(DUMP)) {
            var lines = new ArrayList<String>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return new SchemaDump(lines.stream().sorted().toList());
        }
    }

    /** Returns the first thing in which another dump differs from this one, in words; empty when they are equal. */
    public String difference(SchemaDump other) {
        var missing = without(lines, other.lines);
        var extra = without(other.lines, lines);
        int further = missing.size() + extra.size() - 1;
        return Stream.concat(
                        missing.stream().map(line -> "there is no longer: " + line),
                        extra.stream().map(line -> "there is still or newly: " + line))
                .findFirst()
                .map(first -> first + (further > 0 ? " (and " + further + " more differences)" : ""))
                .orElse("");
    }

    private static List<String> without(List<String> lines, List<String> others) {
        var known = new HashSet<>(others);
        return lines.stream().filter(line -> !known.contains(line)).toList();
    }
}
