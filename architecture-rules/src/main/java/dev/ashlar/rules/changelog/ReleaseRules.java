// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Catalog;
import dev.ashlar.rules.catalog.Column;
import dev.ashlar.rules.changelog.Release.ReleasedStatement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.postgresql.core.Parser;

/** Rules that hold what is there now against the release before. */
final class ReleaseRules {
    static final List<Rule> RULES = List.of(
            Rule.of("immutable-changesets").whole(Checkpoint.CHANGELOG, ReleaseRules::changesetsAreImmutable),
            Rule.of("rolling-deploy").whole(Checkpoint.PLAN, ReleaseRules::rollingDeploy));

    private ReleaseRules() {}

    private static void changesetsAreImmutable(Project project, Findings findings) {
        var names = new HashSet<String>();
        var files = new HashSet<Path>();
        for (var released : Release.of(project).changesets()) {
            names.add(released.name());
            findings.looked();
            var now = Changelogs.of(project).stream()
                    .filter(changeset -> changeset.name().equals(released.name()))
                    .findFirst();
            now.ifPresent(changeset ->
                    files.add(Objects.requireNonNull(changeset.place().file())));
            if (now.isEmpty()) {
                findings.violation(released, released.name() + " is gone");
            } else if (!now.get().checksum().equals(released.checksum())) {
                findings.violation(
                        now.get(),
                        "its checksum was " + released.checksum() + " and is "
                                + now.get().checksum());
            }
        }
        for (var changeset : Changelogs.of(project)) {
            if (files.contains(changeset.place().file()) && !names.contains(changeset.name())) {
                findings.violation(changeset, "is new in a changelog that is released already");
            }
        }
    }

    private static void rollingDeploy(Project project, Findings findings) {
        var released = Release.of(project).statements();
        try (var connection = project.database().getConnection()) {
            for (var statement : released) {
                findings.looked();
                prepare(connection, statement, findings);
                required(project, statement, findings);
            }
        } catch (SQLException noConnection) {
            throw new IllegalStateException(noConnection);
        }
    }

    private static void prepare(Connection connection, ReleasedStatement released, Findings findings) {
        try (var statement = connection.createStatement()) {
            var types = released.types().isEmpty() ? "" : "(" + String.join(", ", released.types()) + ")";
            var numbered = Parser.parseJdbcSql(released.sql(), true, true, false, false, false);
            statement.execute("PREPARE released" + types + " AS " + numbered.get(0).nativeSql);
            statement.execute("DEALLOCATE released");
        } catch (SQLException refused) {
            findings.violation(
                    released,
                    String.valueOf(refused.getMessage()).replaceAll("\\s+", " ") + ", in: "
                            + released.sql().replaceAll("\\s+", " "));
        }
    }

    /** An INSERT that names its columns must name all that are required and have no default. */
    private static void required(Project project, ReleasedStatement released, Findings findings) {
        for (var insert : inserts(released)) {
            var missing = Catalog.of(project).table(insert.on().toString()).stream()
                    .flatMap(table -> table.columns().stream())
                    .filter(ReleaseRules::mustBeGiven)
                    .map(Column::name)
                    .filter(column -> !insert.columns().contains(column))
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty() && !insert.columns().isEmpty()) {
                findings.violation(released, "inserts into " + insert.on() + " without the new " + missing);
            }
        }
    }

    private static List<Action.Write> inserts(ReleasedStatement released) {
        try {
            return StatementReader.read(released.sql(), Token.of(released.sql(), 1)).stream()
                    .filter(action ->
                            action instanceof Action.Write write && write.verb().equals("INSERT"))
                    .map(Action.Write.class::cast)
                    .toList();
        } catch (CannotTell notOurs) {
            return List.of(); // PostgreSQL has just prepared it; what it does is no INSERT that this library knows
        }
    }

    private static boolean mustBeGiven(Column column) {
        return column.notNull() && column.defaultValue() == null && !column.isIdentity();
    }
}
