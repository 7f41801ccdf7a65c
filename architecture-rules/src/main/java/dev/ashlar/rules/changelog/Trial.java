// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.changelog.Release.ReleasedChangeset;
import dev.ashlar.rules.rows.RowMaker;
import dev.ashlar.rules.rows.Scratch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;

/**
 * The project's changesets run for a trial in a separate database: each one up, down and up again by Liquibase itself,
 * each time on a new connection. Once with empty tables, where the way down must lead back to the schema before, and once with rows that
 * are put in between the changelogs. Changesets of the release before only run up, on one connection, where {@link Project#tryReleased}
 * says so.
 */
final class Trial {
    private static final int ROWS = 3;

    /** Failure, with the direction in which it happened. */
    record Failure(Changeset changeset, Way way, String message) {}

    /** Ways that a changeset goes. */
    enum Way {
        UP(""),
        DOWN("its rollback: "),
        AGAIN("up again after its rollback: "),
        TWICE("");

        /** Beginning of what is said of a failure on this way. */
        final String words;

        Way(String words) {
            this.words = words;
        }
    }

    /** Both trials of a project. */
    record Both(Trial empty, Trial filled) {
        List<Failure> failures() {
            var all = new ArrayList<>(empty.failures);
            filled.failures.stream()
                    .filter(failure -> all.stream()
                            .noneMatch(known ->
                                    known.changeset().equals(failure.changeset()) && known.way() == failure.way()))
                    .forEach(all::add);
            return all;
        }
    }

    private final List<Failure> failures = new ArrayList<>();
    private final Map<String, String> unfilled = new LinkedHashMap<>();
    private final Scratch scratch;
    private final Connection looking;
    private final boolean filling;
    private RowMaker rows;
    private SchemaDump before = new SchemaDump(List.of());

    private Trial(Scratch scratch, Connection looking, boolean filling) {
        this.scratch = scratch;
        this.looking = looking;
        this.filling = filling;
        this.rows = RowMaker.on(looking);
    }

    /** Returns both trials, run once for all rules. */
    static Both of(Project project) {
        return project.part(Both.class, () -> new Both(run(project, false), run(project, true)));
    }

    /** Tables that had no row in the end, each with the reason. */
    Map<String, String> unfilled() {
        return unfilled;
    }

    private static Trial run(Project project, boolean filling) {
        var changesets = Changelogs.of(project);
        var known = known(project);
        try (var scratch = Scratch.beside(project.database());
                var looking = scratch.connect();
                var once = scratch.connect()) {
            var trial = new Trial(scratch, looking, filling);
            trial.prepare();
            var released = database(once);
            released.commit(); // an index that is built concurrently waits for all transactions
            Changeset last = null;
            for (var changeset : changesets) {
                boolean isKnown = changeset.checksum().equals(known.get(changeset.name()));
                if (filling
                        && last != null
                        && !Objects.equals(
                                last.place().file(), changeset.place().file())) {
                    trial.fill();
                }
                if (!(isKnown ? trial.passes(changeset, released) : trial.goes(changeset))) {
                    return trial; // what follows builds on it
                }
                last = changeset;
            }
            if (filling) {
                trial.fill();
            }
            return trial;
        } catch (SQLException | LiquibaseException failed) {
            throw new CannotTell("the trial of the migrations could not run: " + failed.getMessage(), failed);
        }
    }

    /** Returns the checksums, by name, of the changesets that need no trial. */
    private static Map<String, String> known(Project project) {
        return project.releasedIsTried()
                ? Map.of()
                : Release.of(project).changesets().stream()
                        .collect(Collectors.toMap(ReleasedChangeset::name, ReleasedChangeset::checksum));
    }

    private void prepare() throws SQLException, LiquibaseException {
        try (var connection = scratch.connect()) {
            var history = Scope.getCurrentScope().getSingleton(ChangeLogHistoryServiceFactory.class);
            history.getChangeLogService(database(connection)).init();
            history.resetAll();
        }
    }

    private boolean goes(Changeset changeset) throws SQLException, LiquibaseException {
        boolean hasWayDown = changeset.irreversible() == null && changeset.rollbackGiven();
        if (hasWayDown && !filling) {
            before = SchemaDump.of(looking);
        }
        if (!up(changeset, Way.UP)) {
            return filling && emptied() && up(changeset, Way.AGAIN);
        }
        if (hasWayDown && down(changeset)) {
            compare(changeset);
            if (!up(changeset, Way.AGAIN)) {
                return false;
            }
        }
        if (filling) {
            twice(changeset);
        }
        return true;
    }

    private boolean passes(Changeset changeset, Database released) throws SQLException, LiquibaseException {
        boolean passed =
                up(changeset, Way.UP, released) || (filling && emptied() && up(changeset, Way.AGAIN, released));
        released.commit();
        return passed;
    }

    private boolean up(Changeset changeset, Way way) throws SQLException, LiquibaseException {
        try (var connection = scratch.connect()) {
            return up(changeset, way, database(connection));
        }
    }

    private boolean up(Changeset changeset, Way way, Database database) {
        try {
            changeset.source().execute(changeset.source().getChangeLog(), database);
            return true;
        } catch (LiquibaseException | RuntimeException failed) {
            failures.add(new Failure(changeset, way, cause(failed)));
            return false;
        }
    }

    private boolean down(Changeset changeset) throws SQLException {
        try (var connection = scratch.connect()) {
            changeset.source().rollback(database(connection));
            return true;
        } catch (LiquibaseException | RuntimeException failed) {
            failures.add(new Failure(changeset, Way.DOWN, cause(failed)));
            return false;
        }
    }

    /** Compares the way down only: the same schema goes up to the same one. */
    private void compare(Changeset changeset) throws SQLException {
        if (filling) {
            return;
        }
        var difference = before.difference(SchemaDump.of(looking));
        if (!difference.isEmpty()) {
            failures.add(new Failure(changeset, Way.DOWN, difference));
        }
    }

    /** A changeset that only changes rows finds nothing left to do when it runs once more. */
    private void twice(Changeset changeset) throws SQLException {
        boolean writes = !changeset.statements().isEmpty()
                && changeset.statements().stream()
                        .allMatch(statement -> !statement.actions().isEmpty()
                                && statement.actions().stream().allMatch(Action.Write.class::isInstance));
        if (!writes) {
            return;
        }
        try (var connection = scratch.connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var written : changeset.statements()) {
                int changed = statement.executeUpdate(written.text());
                if (changed > 0) {
                    failures.add(new Failure(
                            changeset, Way.TWICE, "run once more it changes rows again: " + written.firstLine()));
                }
            }
            connection.rollback();
        }
    }

    private void fill() throws SQLException {
        unfilled.clear();
        unfilled.putAll(rows.fill(ROWS));
    }

    private boolean emptied() throws SQLException {
        rows = RowMaker.on(looking);
        try (var statement = looking.createStatement()) {
            statement.execute("""
                    DO $$
                    DECLARE tables text := (
                        SELECT string_agg(c.oid::regclass::text, ', ') FROM pg_class c
                        WHERE c.relkind IN ('r', 'p') AND c.relnamespace::regnamespace::text !~ '^(pg_|information_schema$)'
                          AND c.relname NOT LIKE 'databasechangelog%');
                    BEGIN
                        SET LOCAL session_replication_role = replica;
                        IF tables IS NOT NULL THEN EXECUTE 'TRUNCATE ' || tables; END IF;
                    END
                    $$""");
            return true;
        }
    }

    private static Database database(Connection connection) throws LiquibaseException {
        return DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
    }

    private static String cause(Throwable failed) {
        var cause = failed;
        while (cause.getCause() != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
