// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Migrations of the schema over one connection, which the caller closes. */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final String CHANGELOG = "db/changelog/master.yaml";
    private static final Contexts ALL = new Contexts();
    private static final LabelExpression ANY = new LabelExpression();

    private final Connection connection;
    private final Liquibase liquibase;

    public Migrations(Connection connection) throws LiquibaseException {
        this.connection = connection;
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        this.liquibase = new Liquibase(CHANGELOG, new ClassLoaderResourceAccessor(), database);
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
    }

    /**
     * Returns the changesets that have not run yet, in order. Needs only the right to read the history; without a history
     * Liquibase tries to create its table.
     */
    public List<String> pending() throws LiquibaseException {
        var pending = new ArrayList<String>();
        // Liquibase remembers the history of a connection.
        Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .getChangeLogService(liquibase.getDatabase())
                .reset();
        quietly(() -> liquibase.listUnrunChangeSets(ALL, ANY, false).stream()
                .map(Migrations::name)
                .forEach(pending::add));
        return pending;
    }

    /**
     * Keeps in the database that nothing is pending, if so: starts then need not ask Liquibase. They do if it cannot be kept, as in a read-only
     * database or by a login that does not own the history; the migration itself has succeeded.
     */
    public void keepIfComplete() {
        try {
            var asked = CheckedHistory.fingerprint(connection);
            // The lock of migrations is free: another process may be rolling back.
            if (pending().isEmpty() && asked.equals(CheckedHistory.fingerprint(connection))) {
                CheckedHistory.keep(connection, asked);
                liquibase.getDatabase().commit();
            }
        } catch (SQLException | LiquibaseException refused) {
            LOG.warn("History of migrations not marked as complete cause={}", refused.toString());
        }
    }

    /** Runs the pending changesets and reports each. */
    public void migrate(Consumer<String> progress) throws LiquibaseException, SQLException {
        ReadOnlyDatabase.refuse(connection);
        PooledSessions.refuseMigration(connection);
        liquibase.setChangeExecListener(new Progress(progress));
        quietly(() -> liquibase.update(ALL, ANY));
    }

    /** Rolls back the latest changesets and reports each. */
    public void rollback(int count, Consumer<String> progress) throws LiquibaseException, SQLException {
        ReadOnlyDatabase.refuse(connection);
        PooledSessions.refuseMigration(connection);
        liquibase.setChangeExecListener(new Progress(progress));
        quietly(() -> liquibase.rollback(count, (String) null, ALL, ANY));
    }

    /** Runs without telemetry and without Liquibase's output, since the standard output shows our progress. */
    private static void quietly(Scope.ScopedRunner<Void> work) throws LiquibaseException {
        var settings = Map.of(Scope.Attr.ui.name(), new LoggerUIService(), "liquibase.analytics.enabled", false);
        try {
            Scope.child(settings, work);
        } catch (LiquibaseException | RuntimeException failure) {
            throw failure;
        } catch (Exception never) {
            throw new IllegalStateException(never);
        }
    }

    private static String name(ChangeSet changeSet) {
        return changeSet.getAuthor() + ":" + changeSet.getId();
    }

    private static final class Progress extends AbstractChangeExecListener {
        private final Consumer<String> progress;

        Progress(Consumer<String> progress) {
            this.progress = progress;
        }

        @Override
        public void ran(
                ChangeSet changeSet, DatabaseChangeLog changelog, Database database, ChangeSet.ExecType execType) {
            progress.accept("applied      " + name(changeSet));
        }

        @Override
        public void rolledBack(ChangeSet changeSet, DatabaseChangeLog changelog, Database database) {
            progress.accept("rolled back  " + name(changeSet));
        }
    }
}
