// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import dev.ashlar.bootstrap.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;
import liquibase.exception.LiquibaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** First connection of a start, over which the database is asked if Ashlar can work with it, before anything tries to. */
public final class FirstConnection {
    private static final Logger log = LoggerFactory.getLogger(FirstConnection.class);

    private FirstConnection() {}

    /**
     * Refuses to start on a read-only database, behind a pooler that loses what Ashlar sets for its sessions, and on a context's own database
     * that is not migrated, which no start migrates. A read-only one of a context refuses changes of that context only.
     */
    public static void check(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var settings = ConnectionSettings.ofApplication(environment);
        if (!settings.url().isEmpty()) {
            ask(settings, connection -> {
                ReadOnlyDatabase.refuse(connection);
                refuseLossyPooler(connection, settings);
            });
        }
        ConnectionSettings.ofContexts(environment)
                .forEach((name, own) -> ask(own, connection -> {
                    var setting = ConnectionSettings.settingOf(name);
                    if (ReadOnlyDatabase.isReadOnly(connection)) {
                        log.warn("Database of a context is read-only setting={}", setting);
                    }
                    refuseLossyPooler(connection, own);
                    refuseUnlessMigrated(setting, connection);
                }));
    }

    private static void ask(ConnectionSettings settings, Questions questions) {
        try (var connection = settings.open()) {
            questions.ask(connection);
        } catch (SQLException noConnection) {
            // The pool reports it better, because it waits for a while.
            log.debug("The database was not asked what it can do", noConnection);
        }
    }

    private static void refuseLossyPooler(Connection connection, ConnectionSettings settings) throws SQLException {
        if (PooledSessions.isPooled(connection)) {
            PooledSessions.refuseLosses(connection, settings);
        }
    }

    private static void refuseUnlessMigrated(String setting, Connection connection) throws SQLException {
        if (CheckedHistory.isUnchanged(connection)) {
            return;
        }
        if (!CheckedHistory.exists(connection)) {
            throw pending(setting, "all of them");
        }
        try {
            var pending = new Migrations(connection).pending();
            if (!pending.isEmpty()) {
                throw pending(setting, pending.size() + ", first " + pending.getFirst());
            }
        } catch (LiquibaseException unreadable) {
            throw new StartRefused(
                    "The history of migrations on the database of " + setting
                            + " cannot be read; run `ashlar migrate` as the owner.",
                    unreadable);
        }
    }

    private static StartRefused pending(String setting, String which) {
        return new StartRefused("Migrations are pending on the database of " + setting + " (" + which
                + "); run `ashlar migrate` as the owner.");
    }

    private interface Questions {
        void ask(Connection connection) throws SQLException;
    }
}
