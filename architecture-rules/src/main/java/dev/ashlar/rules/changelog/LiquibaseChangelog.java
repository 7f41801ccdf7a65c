// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import liquibase.Scope;
import liquibase.change.AbstractSQLChange;
import liquibase.change.Change;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.parser.ChangeLogParserFactory;
import org.jspecify.annotations.Nullable;

/**
 * A changelog with all that it includes. Liquibase itself reads it; this class only finds the lines.
 *
 * @param directory its directory
 * @param path its file from there
 */
record LiquibaseChangelog(Path directory, Path path) {
    List<Changeset> changesets() {
        var includes = new Includes(directory);
        var name = path.toString().replace('\\', '/');
        try {
            return Scope.child(
                    Map.of(Scope.Attr.resourceAccessor.name(), includes),
                    () -> ChangeLogParserFactory.getInstance()
                            .getParser(name, includes)
                            .parse(name, new ChangeLogParameters(), includes)
                            .getChangeSets()
                            .stream()
                            .map(source -> changeset(
                                    includes.file(source.getChangeLog().getPhysicalFilePath()), source))
                            .toList());
        } catch (Exception unreadable) {
            throw new CannotTell(
                    "Liquibase cannot read " + directory.resolve(path) + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private Changeset changeset(Path file, ChangeSet source) {
        var name = source.getAuthor() + ":" + source.getId();
        boolean isSql = file.toString().endsWith(".sql");
        var lines = isSql
                ? ChangesetLines.of(file, source.getAuthor(), source.getId())
                : ChangesetLines.inMarkup(file, source.getId());
        var place = Place.in(file, lines.first(), lines.last(), name);
        var rollback = source.getRollback().getChanges();
        var undo = rollback.stream()
                .map(LiquibaseChangelog::sql)
                .filter(Objects::nonNull)
                .flatMap(sql -> Statement.of(sql, file, lines.rollback(), name).stream())
                .toList();
        return new Changeset(
                place,
                folder(file),
                name,
                isSql ? Statement.of(lines.sql(), file, lines.first(), name) : generated(source, place),
                undo,
                !rollback.isEmpty() || (!isSql && GeneratedSql.takesBack(source.getChanges())),
                new Known(),
                source);
    }

    private String folder(Path file) {
        var parent = file.startsWith(directory) ? directory.relativize(file).getParent() : null;
        return parent == null ? "" : parent.toString().replace('\\', '/');
    }

    /** Statements without lines, which are placed at the changeset. */
    private static List<Statement> generated(ChangeSet source, Place place) {
        try {
            return Statement.of(GeneratedSql.of(source.getChanges()), place);
        } catch (CannotTell unclear) {
            return List.of(new Statement(place, place.element(), List.of(), unclear.getMessage()));
        }
    }

    private static @Nullable String sql(Change change) {
        return change instanceof AbstractSQLChange written ? written.getSql() : GeneratedSql.of(List.of(change));
    }
}
