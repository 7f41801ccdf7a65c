package dev.ashlar.rules.changelog;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import liquibase.Scope;
import liquibase.change.AbstractSQLChange;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.DirectoryResourceAccessor;
import org.jspecify.annotations.Nullable;

/**
 * A project's changesets in the order in which they run. Liquibase itself reads them, from the one changelog in YAML, XML or
 * JSON that a directory holds, or, where it holds none, from its SQL files in the order of their names; this class only finds
 * their lines.
 *
 * {@snippet :
 * Changelogs.of(project).forEach(changeset -> findings.violation(changeset, "is a changeset"));
 * }
 */
public record Changelogs(List<Changeset> changesets) {
    /** The project's changesets. */
    public static List<Changeset> of(Project project) {
        return project.part(Changelogs.class, () -> read(project)).changesets();
    }

    private static Changelogs read(Project project) {
        var changesets = new ArrayList<Changeset>();
        var known = new Known();
        for (var directory : project.changelogDirectories()) {
            for (var source : sources(directory)) {
                var changeset = changeset(directory, source).knowing(known);
                changesets.add(changeset);
                known = known.after(changeset);
            }
        }
        return new Changelogs(List.copyOf(changesets));
    }

    private static List<ChangeSet> sources(Path directory) {
        var roots = files(directory, 1, ".*\\.(ya?ml|xml|json)");
        if (roots.size() > 1) {
            throw new CannotTell(directory + " holds more than one root of changelogs: " + roots);
        }
        var parsed = new ArrayList<ChangeSet>();
        for (var file : roots.isEmpty() ? files(directory, Integer.MAX_VALUE, ".*\\.sql") : roots) {
            parsed.addAll(
                    parse(directory, directory.relativize(file).toString()).getChangeSets());
        }
        return parsed;
    }

    private static DatabaseChangeLog parse(Path directory, String file) {
        try {
            var files = new DirectoryResourceAccessor(directory); // holds nothing open
            return Scope.child(
                    Map.of(Scope.Attr.resourceAccessor.name(), files),
                    () -> ChangeLogParserFactory.getInstance()
                            .getParser(file, files)
                            .parse(file, new ChangeLogParameters(), files));
        } catch (Exception unreadable) {
            throw new CannotTell("Liquibase cannot read " + directory.resolve(file), unreadable);
        }
    }

    private static List<Path> files(Path directory, int depth, String pattern) {
        try (var files = Files.walk(directory, depth)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Changeset changeset(Path directory, ChangeSet source) {
        var file = directory.resolve(source.getChangeLog().getPhysicalFilePath());
        var parent = directory.relativize(file).getParent();
        var name = source.getAuthor() + ":" + source.getId();
        var lines = file.toString().endsWith(".sql")
                ? ChangesetLines.of(file, source.getAuthor(), source.getId())
                : ChangesetLines.none();
        var rollback = source.getRollback().getChanges();
        var undo = rollback.stream()
                .filter(AbstractSQLChange.class::isInstance)
                .map(change -> ((AbstractSQLChange) change).getSql())
                .filter(Objects::nonNull)
                .flatMap(sql -> Statement.of(sql, file, lines.rollback(), name).stream())
                .toList();
        var statements = lines.found()
                ? Statement.of(lines.sql(), file, lines.first(), name)
                : List.of(new Statement(
                        Place.in(file, 0, 0, name), name, List.of(), "it is not written as formatted SQL"));
        return new Changeset(
                Place.in(file, lines.first(), lines.last(), name),
                parent == null ? "" : parent.toString().replace('\\', '/'),
                name,
                source.getComments() == null ? "" : source.getComments(),
                statements,
                undo,
                !rollback.isEmpty(),
                reason(undo),
                new Known(),
                source);
    }

    /** A rollback that is nothing but {@code SELECT 'why'} says why nothing is taken back. */
    private static @Nullable String reason(List<Statement> undo) {
        if (undo.size() != 1) {
            return null;
        }
        var tokens = undo.getFirst().tokens();
        boolean says = tokens.size() == 2
                && tokens.getFirst().is("SELECT")
                && tokens.getLast().kind() == Token.Kind.STRING;
        return says ? tokens.getLast().content() : null;
    }
}
