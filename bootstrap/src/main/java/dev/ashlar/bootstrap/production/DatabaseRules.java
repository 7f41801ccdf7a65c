package dev.ashlar.bootstrap.production;

import dev.ashlar.bootstrap.database.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liquibase.exception.LiquibaseException;

/** Rules of production for the database and for the application's role in it. */
final class DatabaseRules {
    private static final String IS_SUPERUSER = "SELECT rolname FROM pg_roles WHERE rolname = current_user AND rolsuper";
    /** Schemas, public included, in which the role may create objects, and so replace them. */
    private static final String SCHEMAS_OPEN_TO_CHANGE = """
            SELECT string_agg(nspname, ', ' ORDER BY nspname)
            FROM pg_namespace
            WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
                AND has_schema_privilege(oid, 'CREATE')""";

    private DatabaseRules() {}

    static List<String> violations(Connection connection) throws SQLException {
        var violations = new ArrayList<String>();
        var superuser = text(connection, IS_SUPERUSER);
        if (superuser.isPresent()) {
            violations.add("The user " + superuser.get() + " of DATABASE_URL is a superuser;"
                    + " connect as a member of ashlar_app without superuser rights.");
        } else {
            text(connection, SCHEMAS_OPEN_TO_CHANGE)
                    .ifPresent(schemas -> violations.add("The user of DATABASE_URL may change the schema (" + schemas
                            + "); connect as a member of ashlar_app, and leave the owner to `ashlar migrate`."));
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
        try {
            var pending = new Migrations(connection).pending();
            return pending.isEmpty()
                    ? Optional.empty()
                    : Optional.of(pending.size() + " migrations are pending, first " + pending.getFirst()
                            + "; run `ashlar migrate` as the owner.");
        } catch (LiquibaseException unreadable) {
            return Optional.of("The history of migrations cannot be read; run `ashlar migrate` as the owner.");
        }
    }
}
