// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import dev.ashlar.bootstrap.StartRefused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/**
 * Sessions behind a connection pooler such as PgBouncer. It ignores the settings that a connection asks for, and in transaction mode gives
 * a session to another connection after each transaction, together with all that was set or prepared in it.
 */
final class PooledSessions {
    // waive declarative-transactions PooledSessions: neither the pool nor a transaction manager is there before the
    // start
    private static final int ATTEMPTS = 100;
    /** Attempts after which two connections have separate sessions if each of them has met only one. */
    private static final int ATTEMPTS_ALONE = 10;

    /** Reads what an earlier transaction has set, and sets it for the next one. */
    private static final String SESSION = """
            WITH met AS MATERIALIZED (
                SELECT pg_backend_pid() AS process, current_setting('default_transaction_read_only')::boolean AS read_only
            )
            SELECT process, read_only, set_config('default_transaction_read_only', ?, FALSE) FROM met""";

    /** States of a statement that another connection has prepared under the same name, and of one that is prepared elsewhere. */
    private static final Set<String> UNKNOWN_STATEMENT = Set.of("42P05", "26000");

    private static final Pattern OPTION = Pattern.compile("(?:-c\\s*|--)([\\w.-]+)=(\\S+)");

    private PooledSessions() {}

    /** Returns true if a pooler is between: it made up the process that its greeting named. */
    static boolean isPooled(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1) != connection.unwrap(PGConnection.class).getBackendPID();
        }
    }

    /** Refuses to migrate through a pooler: the lock of migrations, and Liquibase, need one session. */
    static void refuseMigration(Connection connection) throws SQLException {
        if (isPooled(connection)) {
            throw new StartRefused("DATABASE_URL leads to a connection pooler, and a migration needs a session that is"
                    + " its own. Name the PostgreSQL server itself in DATABASE_URL of the migration.");
        }
    }

    /** Refuses to start behind a pooler through which the settings of Ashlar's connections do not reach its sessions. */
    static void refuseLosses(Connection connection, ConnectionSettings settings) throws SQLException {
        var missing = missing(connection, settings);
        if (!missing.isEmpty()) {
            throw new StartRefused("DATABASE_URL leads to a connection pooler, which ignores settings of connections."
                    + " Give them to the login, and let the pooler connect anew: " + String.join("; ", missing) + ".");
        }
        try (var other = settings.open()) {
            if (leak(connection, other)) {
                throw new StartRefused(
                        "DATABASE_URL leads to a connection pooler that carries default_transaction_read_only"
                                + " from one connection to another, so that changes would be refused. Track it, by"
                                + " track_extra_parameters of PgBouncer 1.21 or later, or pool sessions in place of"
                                + " transactions. See docs/growth.md.");
            }
        } catch (SQLException failed) {
            if (UNKNOWN_STATEMENT.contains(failed.getSQLState())) {
                throw new StartRefused(
                        "DATABASE_URL leads to a connection pooler that loses prepared statements. Set"
                                + " max_prepared_statements of PgBouncer 1.21 or later, or add prepareThreshold=0 to"
                                + " DATABASE_URL. See docs/growth.md.",
                        failed);
            }
            throw failed;
        }
    }

    /** Returns statements that give the login what the connection has asked for in vain. */
    private static List<String> missing(Connection connection, ConnectionSettings settings) throws SQLException {
        var statements = new ArrayList<String>();
        var properties = settings.resolved();
        @Nullable String options = properties == null ? null : PGProperty.OPTIONS.getOrDefault(properties);
        var option = OPTION.matcher(options == null ? "" : options);
        while (option.find()) {
            var name = option.group(1).replace('-', '_');
            var current = text(connection, "SELECT current_setting(?, TRUE)", name);
            // Ends with the statement, and returns the value in the form in which the session shows it.
            var wanted = text(connection, "SELECT set_config(?, ?, TRUE)", name, option.group(2));
            if (wanted != null && !wanted.equals(current)) {
                var login = text(connection, "SELECT quote_ident(session_user)");
                statements.add("ALTER ROLE " + login + " SET " + name + " = '" + wanted + "'");
            }
        }
        return statements;
    }

    private static @Nullable String text(Connection connection, String query, String... parameters)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    /**
     * Returns true if the other connection meets a session of the first one with what the first one has set there. A pooler hands out the
     * session that was used last, or all of them in turn: the other connection goes round until it meets that session or one for the
     * second time. Other clients may be quicker, so this is attempted again; if it never succeeds, sessions are not shared.
     */
    static boolean leak(Connection connection, Connection other) throws SQLException {
        var met = new HashSet<Integer>();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            var set = session(connection, "on");
            var now = session(other, "off");
            var round = new HashSet<Integer>();
            while (now.process != set.process && round.add(now.process)) {
                now = session(other, "off");
            }
            if (now.process == set.process) {
                return now.isReadOnly;
            }
            met.add(set.process);
            met.addAll(round);
            if (attempt >= ATTEMPTS_ALONE && met.size() == 2) {
                return false;
            }
        }
        return false;
    }

    /**
     * Returns the session of a transaction that sets if later ones of the session are read-only. Outside a transaction, the driver would
     * prepare a lost statement again and tell nobody.
     */
    private static Session session(Connection connection, String readOnly) throws SQLException {
        connection.setAutoCommit(false);
        Session session;
        try (var statement = prepared(connection)) {
            statement.setString(1, readOnly);
            try (var rows = statement.executeQuery()) {
                rows.next();
                session = new Session(rows.getInt(1), rows.getBoolean(2));
            }
        }
        connection.setAutoCommit(true); // commits, and leaves the connection as it was
        return session;
    }

    /** Prepares at the first execution what the driver's settings let it prepare at all. */
    private static PreparedStatement prepared(Connection connection) throws SQLException {
        var driver = connection.unwrap(PGConnection.class);
        if (driver.getPrepareThreshold() > 0) {
            driver.setPrepareThreshold(1);
        }
        return connection.prepareStatement(SESSION);
    }

    private record Session(int process, boolean isReadOnly) {}
}
