// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.files.TextFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A project's changesets in the order in which they run: those of the master changelog in YAML, XML or JSON that a directory holds
 * or, where it holds none, those of its SQL files.
 *
 * {@snippet :
 * Changelogs.of(project).forEach(changeset -> findings.violation(changeset, "is a changeset"));
 * }
 */
public record Changelogs(List<Changeset> changesets) {
    /** Returns the project's changesets. */
    public static List<Changeset> of(Project project) {
        return project.part(Changelogs.class, () -> read(project)).changesets();
    }

    /** Returns those that do anything of one of two kinds. */
    static List<Changeset> doing(Project project, Class<? extends Action> one, Class<? extends Action> other) {
        return of(project).stream()
                .filter(changeset -> changeset.does(one) || changeset.does(other))
                .toList();
    }

    private static Changelogs read(Project project) {
        var changesets = new ArrayList<Changeset>();
        var known = new Known();
        for (var named : project.changelogs()) {
            for (var changeset : changesets(named)) {
                var informed = changeset.knowing(known);
                changesets.add(informed);
                known = known.after(informed);
            }
        }
        return new Changelogs(List.copyOf(changesets));
    }

    private static List<Changeset> changesets(Path named) {
        if (!Files.isDirectory(named)) {
            return new LiquibaseChangelog(
                            Objects.requireNonNullElse(named.getParent(), Path.of("")), named.getFileName())
                    .changesets();
        }
        var roots = TextFiles.under(named, 1, ".*\\.(ya?ml|xml|json)");
        if (roots.size() > 1) {
            throw new CannotTell(named + " holds more than one root of changelogs; name the root itself: " + roots);
        }
        if (roots.size() == 1) {
            return new LiquibaseChangelog(named, named.relativize(roots.get(0))).changesets();
        }
        return SqlScripts.in(named).stream()
                .flatMap(script -> script.isFormatted()
                        ? new LiquibaseChangelog(named, named.relativize(script.file())).changesets().stream()
                        : Stream.of(script.changeset(named)))
                .toList();
    }
}
