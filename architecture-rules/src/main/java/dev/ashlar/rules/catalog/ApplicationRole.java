// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Privileges of the running application's role, by grants to itself, to roles that it is a member of, and to everybody.
 *
 * @param name its name
 * @param powers attributes that reach beyond rows, such as {@code SUPERUSER}
 * @param owned relations, types, routines and schemas that are its own
 * @param creates where it may create: schemas, or the database
 * @param privileges what it may do with each table, on the whole or some columns
 */
record ApplicationRole(
        String name,
        List<String> powers,
        List<String> owned,
        List<String> creates,
        Map<String, Set<String>> privileges) {
    /** Nothing but its attributes is told of a superuser, who owns and may do everything. */
    private static final String ROLE = """
            WITH home AS (
                SELECT oid, nspname, nspowner FROM pg_namespace WHERE nspname !~ '^pg_'
            ),
            role AS (
                SELECT oid FROM pg_roles WHERE rolname = :role AND NOT rolsuper
            ),
            owned AS (
                SELECT nspname || '.' || relname AS name
                FROM pg_class
                JOIN home n ON n.oid = relnamespace
                JOIN role r ON pg_has_role(r.oid, relowner, 'USAGE')
                WHERE relkind IN ('r', 'p', 'v', 'm', 'S') AND NOT relispartition
                UNION ALL
                SELECT nspname || '.' || typname
                FROM pg_type
                JOIN home n ON n.oid = typnamespace
                JOIN role r ON pg_has_role(r.oid, typowner, 'USAGE')
                WHERE typtype IN ('e', 'd')
                UNION ALL
                SELECT nspname || '.' || proname
                FROM pg_proc
                JOIN home n ON n.oid = pronamespace
                JOIN role r ON pg_has_role(r.oid, proowner, 'USAGE')
                UNION ALL
                SELECT nspname FROM home JOIN role r ON pg_has_role(r.oid, nspowner, 'USAGE')
            ),
            creates AS (
                SELECT nspname AS name FROM home n JOIN role r ON has_schema_privilege(r.oid, n.oid, 'CREATE')
                UNION ALL
                SELECT 'the database' FROM role r WHERE has_database_privilege(r.oid, current_database(), 'CREATE')
            ),
            privileges AS (
                SELECT nspname || '.' || relname AS name, json_agg(privilege) AS rights
                FROM pg_class c
                JOIN home n ON n.oid = relnamespace AND nspname <> 'information_schema'
                CROSS JOIN role r
                CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
                    AS privilege
                WHERE relkind IN ('r', 'p')
                    AND (has_table_privilege(r.oid, c.oid, privilege)
                        OR (privilege IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                            AND has_any_column_privilege(r.oid, c.oid, privilege)))
                GROUP BY 1
            )
            SELECT json_build_object(
                'name', rolname,
                'powers', array_remove(ARRAY[
                    CASE WHEN rolsuper THEN 'SUPERUSER' END,
                    CASE WHEN rolcreatedb THEN 'CREATEDB' END,
                    CASE WHEN rolcreaterole THEN 'CREATEROLE' END,
                    CASE WHEN rolreplication THEN 'REPLICATION' END,
                    CASE WHEN rolbypassrls THEN 'BYPASSRLS' END
                ], NULL),
                'owned', (SELECT json_agg(name ORDER BY name) FROM owned),
                'creates', (SELECT json_agg(name ORDER BY name) FROM creates),
                'privileges', coalesce((SELECT json_object_agg(name, rights) FROM privileges), '{}'))
            FROM pg_roles
            WHERE rolname = :role
            """;

    static ApplicationRole of(Project project) {
        var name = project.applicationRole();
        return project.part(ApplicationRole.class, () -> read(project, name));
    }

    private static ApplicationRole read(Project project, String name) {
        var sql = ROLE.replace(":role", "'" + name.replace("'", "''") + "'");
        return CatalogReader.read(project.database(), sql, ApplicationRole.class, Place::of)
                .orElseThrow(() -> new CannotTell("the database has no role " + name));
    }

    /** Returns those of some privileges that it has on a table. */
    List<String> has(Table table, String... some) {
        var granted = privileges.getOrDefault(table.qualified(), Set.of());
        return List.of(some).stream().filter(granted::contains).toList();
    }
}
