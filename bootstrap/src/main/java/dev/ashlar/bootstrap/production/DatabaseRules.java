// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.production;

import dev.ashlar.bootstrap.database.CheckedHistory;
import dev.ashlar.bootstrap.database.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liquibase.exception.LiquibaseException;

/** Rules of production for the database and for the application's role in it. */
final class DatabaseRules {
    private static final String LOGIN = "SELECT session_user";
    private static final String SUPERUSER =
            "SELECT rolname FROM pg_roles WHERE rolsuper AND pg_has_role(session_user, oid, 'MEMBER') LIMIT 1";
    private static final String WITHOUT_RIGHTS =
            "SELECT session_user WHERE NOT pg_has_role(session_user, to_regrole('ashlar_app'), 'USAGE')";
    /** Roles that the login is or may become and that reach past its grants. Those for monitoring only read statistics. */
    private static final String POWERFUL_ROLES = """
            SELECT string_agg(rolname, ', ' ORDER BY rolname)
            FROM pg_roles
            WHERE pg_has_role(session_user, oid, 'MEMBER')
                AND (
                    rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication
                    OR rolname ~ '^pg_'
                        AND rolname NOT IN ('pg_monitor', 'pg_read_all_settings', 'pg_read_all_stats', 'pg_stat_scan_tables')
                )""";
    /** Schemas, public included, in which the login may create objects, and so replace them. */
    private static final String SCHEMAS_OPEN_TO_CHANGE = """
            SELECT string_agg(DISTINCT nspname, ', ' ORDER BY nspname)
            FROM pg_namespace
            JOIN pg_roles ON pg_has_role(session_user, pg_roles.oid, 'MEMBER')
            WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
                AND has_schema_privilege(pg_roles.oid, pg_namespace.oid, 'CREATE')""";
    /** Tables that the login may change in a way that the application may not. */
    private static final String TABLES_OPEN_TO_CHANGE = """
            SELECT (array_agg(DISTINCT format('%s on %I.%I', right_of_change, nspname, relname)))[1]
            FROM pg_class
            JOIN pg_namespace ON pg_namespace.oid = relnamespace
            JOIN pg_roles ON pg_has_role(session_user, pg_roles.oid, 'MEMBER')
            CROSS JOIN unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) AS right_of_change
            WHERE relkind IN ('r', 'p') AND nspname !~ '^pg_' AND nspname <> 'information_schema'
                AND has_table_privilege(pg_roles.oid, pg_class.oid, right_of_change)
                AND NOT has_table_privilege(to_regrole('ashlar_app'), pg_class.oid, right_of_change)""";

    private DatabaseRules() {}

    static List<String> violations(Connection connection) throws SQLException {
        var violations = new ArrayList<String>();
        var user = "The user " + text(connection, LOGIN).orElseThrow() + " of DATABASE_URL ";
        if (text(connection, SUPERUSER).isPresent()) {
            violations.add(user + "is a superuser or may become one;"
                    + " connect as a member of ashlar_app without superuser rights.");
        } else {
            text(connection, WITHOUT_RIGHTS)
                    .ifPresent(login -> violations.add(
                            user + "lacks the rights of ashlar_app; GRANT ashlar_app TO " + login + "."));
            text(connection, POWERFUL_ROLES)
                    .ifPresent(roles -> violations.add(user + "has rights past its grants, by " + roles
                            + "; connect as a member of ashlar_app and of no other role."));
            text(connection, SCHEMAS_OPEN_TO_CHANGE)
                    .ifPresent(schemas -> violations.add(user + "may change the schema (" + schemas
                            + "); connect as a member of ashlar_app, and leave the owner to `ashlar migrate`."));
            text(connection, TABLES_OPEN_TO_CHANGE)
                    .ifPresent(table -> violations.add(user + "has rights that ashlar_app lacks, first " + table
                            + "; revoke them, and grant it ashlar_app alone."));
        }
        pending(connection).ifPresent(violations::add);
        return violations;
    }

    private static Optional<String> text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    private static Optional<String> pending(Connection connection) {
        if (CheckedHistory.isUnchanged(connection)) {
            return Optional.empty();
        }
        try {
            var pending = new Migrations(connection).pending();
            return pending.isEmpty()
                    ? Optional.empty()
                    : Optional.of("Migrations are pending (" + pending.size() + ", first " + pending.getFirst() + ")"
                            + "; run `ashlar migrate` as the owner.");
        } catch (LiquibaseException unreadable) {
            return Optional.of("The history of migrations cannot be read; run `ashlar migrate` as the owner.");
        }
    }
}
