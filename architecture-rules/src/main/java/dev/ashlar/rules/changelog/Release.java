// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.files.TextFiles;
import dev.ashlar.rules.sql.prepare.Preparation;
import dev.ashlar.rules.sql.prepare.Prepared;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Content of a release, kept in two files of a directory under version control: the checksum of each changeset, which may
 * not change any more, and each text that a statement can have, which the next schema must still understand while both
 * releases run.
 *
 * {@snippet :
 * Release.record(project, Path.of("docs/release")); // when the release is made
 * project.release(Path.of("docs/release")); // in every build after
 * }
 *
 * @param changesets the checksums, in the order of the changesets
 * @param statements the texts
 */
public record Release(List<ReleasedChangeset> changesets, List<ReleasedStatement> statements) {
    private static final String CHANGESETS = "changesets.txt";
    private static final String STATEMENTS = "statements.txt";

    /** A changeset's checksum: a line {@code kernel:001-create-schema 9:d945…}. */
    public record ReleasedChangeset(Place place, String name, String checksum) implements Subject {}

    /** A statement's text, with its name and the types of its parameters before it, separated by tabs. */
    public record ReleasedStatement(Place place, String name, List<String> types, String sql) implements Subject {}

    public Release {
        changesets = List.copyOf(changesets);
        statements = List.copyOf(statements);
    }

    /** Returns the release that the project names. */
    public static Release of(Project project) {
        return project.part(Release.class, () -> read(project.releaseDirectory()));
    }

    /** Writes down what the project is made of now. */
    public static void record(Project project, Path directory) {
        var changesets = Changelogs.of(project).stream()
                .map(changeset -> changeset.name() + " " + changeset.checksum() + "\n")
                .collect(Collectors.joining());
        var statements = new TreeSet<String>();
        for (Prepared prepared : Preparation.of(project).usable()) {
            statements.add(String.join(
                    "\t",
                    prepared.statement().place().element(),
                    String.join(",", prepared.parameterTypes()),
                    escaped(prepared.variant().sql()) + "\n"));
        }
        TextFiles.write(directory.resolve(CHANGESETS), changesets);
        TextFiles.write(directory.resolve(STATEMENTS), String.join("", statements));
    }

    private static Release read(Path directory) {
        var changesets = new ArrayList<ReleasedChangeset>();
        var file = directory.resolve(CHANGESETS);
        var lines = TextFiles.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            int space = lines.get(i).lastIndexOf(' ');
            var name = lines.get(i).substring(0, space);
            changesets.add(new ReleasedChangeset(
                    Place.in(file, i + 1, i + 1, name), name, lines.get(i).substring(space + 1)));
        }
        return new Release(changesets, statements(directory.resolve(STATEMENTS)));
    }

    private static List<ReleasedStatement> statements(Path file) {
        var statements = new ArrayList<ReleasedStatement>();
        var lines = TextFiles.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            var parts = lines.get(i).split("\t", 3);
            var types = parts[1].isEmpty() ? List.<String>of() : List.of(parts[1].split(","));
            var place = Place.in(file, i + 1, i + 1, parts[0]);
            statements.add(new ReleasedStatement(place, parts[0], types, unescaped(parts[2])));
        }
        return statements;
    }

    private static String escaped(String sql) {
        return sql.lines()
                .map(line -> line.replaceAll("^\\s+|\\s+$", "").replace("\\", "\\\\"))
                .filter(line -> !line.isEmpty())
                .reduce((one, other) -> one + "\\n" + other)
                .orElse("");
    }

    private static String unescaped(String line) {
        return line.replaceAll("(?<!\\\\)\\\\n", "\n").replace("\\\\", "\\");
    }
}
