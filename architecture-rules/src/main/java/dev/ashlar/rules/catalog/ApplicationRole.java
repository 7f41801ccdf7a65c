// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Project;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
    private static final String POWERS = """
            SELECT array_remove(ARRAY[
                CASE WHEN rolsuper THEN 'SUPERUSER' END,
                CASE WHEN rolcreatedb THEN 'CREATEDB' END,
                CASE WHEN rolcreaterole THEN 'CREATEROLE' END,
                CASE WHEN rolreplication THEN 'REPLICATION' END,
                CASE WHEN rolbypassrls THEN 'BYPASSRLS' END
            ], NULL) AS powers
            FROM pg_roles
            WHERE rolname = :role
            """;
    private static final String OWNED = """
            SELECT nspname || '.' || relname AS name
            FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace AND nspname !~ '^pg_'
            WHERE pg_has_role(:role, relowner, 'USAGE') AND relkind IN ('r', 'p', 'v', 'm', 'S') AND NOT relispartition
            UNION ALL
            SELECT nspname || '.' || typname
            FROM pg_type JOIN pg_namespace n ON n.oid = typnamespace AND nspname !~ '^pg_'
            WHERE pg_has_role(:role, typowner, 'USAGE') AND typtype IN ('e', 'd')
            UNION ALL
            SELECT nspname || '.' || proname
            FROM pg_proc JOIN pg_namespace n ON n.oid = pronamespace AND nspname !~ '^pg_'
            WHERE pg_has_role(:role, proowner, 'USAGE')
            UNION ALL
            SELECT nspname FROM pg_namespace WHERE pg_has_role(:role, nspowner, 'USAGE') AND nspname !~ '^pg_'
            ORDER BY 1
            """;
    private static final String CREATES = """
            SELECT nspname AS name FROM pg_namespace
            WHERE has_schema_privilege(:role, oid, 'CREATE') AND nspname !~ '^pg_'
            UNION ALL
            SELECT 'the database' WHERE has_database_privilege(:role, current_database(), 'CREATE')
            ORDER BY 1
            """;
    private static final String PRIVILEGES = """
            SELECT nspname || '.' || relname AS table, privilege
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = relnamespace AND nspname !~ '^pg_' AND nspname <> 'information_schema'
            CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege
            WHERE relkind IN ('r', 'p')
                AND (has_table_privilege(:role, c.oid, privilege)
                    OR (privilege IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                        AND has_any_column_privilege(:role, c.oid, privilege)))
            """;

    static ApplicationRole of(Project project) {
        var name = project.applicationRole();
        return project.part(ApplicationRole.class, () -> read(project, name));
    }

    private static ApplicationRole read(Project project, String name) {
        try (var connection = project.database().getConnection()) {
            var powers = rows(connection, POWERS, name, row -> CatalogReader.strings(row, "powers"));
            if (powers.isEmpty()) {
                throw new CannotTell("the database has no role " + name);
            }
            if (powers.getFirst().contains("SUPERUSER")) {
                return new ApplicationRole(name, powers.getFirst(), List.of(), List.of(), Map.of());
            }
            var owned = rows(connection, OWNED, name, row -> row.getString("name"));
            var creates = rows(connection, CREATES, name, row -> row.getString("name"));
            var privileges = rows(
                    connection, PRIVILEGES, name, row -> Map.entry(row.getString("table"), row.getString("privilege")));
            return new ApplicationRole(
                    name,
                    powers.getFirst(),
                    owned,
                    creates,
                    privileges.stream()
                            .collect(Collectors.groupingBy(
                                    Map.Entry::getKey,
                                    Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableSet()))));
        } catch (SQLException failed) {
            throw new IllegalStateException("The role " + name + " cannot be read.", failed);
        }
    }

    private static <T> List<T> rows(Connection connection, String sql, String role, CatalogReader.Reading<T> reading)
            throws SQLException {
        return CatalogReader.rows(connection, sql.replace(":role", "'" + role.replace("'", "''") + "'"), reading);
    }

    /** Those of some privileges that it has on a table. */
    List<String> has(Table table, String... some) {
        var granted = privileges.getOrDefault(table.qualified(), Set.of());
        return List.of(some).stream().filter(granted::contains).toList();
    }
}
