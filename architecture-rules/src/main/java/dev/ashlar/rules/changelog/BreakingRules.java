// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Rules on changes that take something away from those who use it: drops, renames, narrower types, labels. */
final class BreakingRules {
    /** The rules. */
    static final List<Rule> RULES = List.of(
            destructionIsWaived(),
            dropsContract(),
            noRename(),
            noTypeChangeInPlace(),
            widenOnly(),
            labelsAreAppended(),
            rowsLeaveLabels());

    private static final Set<String> HARMLESS = Set.of("INDEX", "CONSTRAINT");

    private BreakingRules() {}

    private static Rule destructionIsWaived() {
        return Rule.of("destructive-change").each(Checkpoint.CHANGELOG, Changelogs::of, (changeset, findings) -> {
            for (var statement : changeset.statements()) {
                for (var action : statement.actions()) {
                    switch (action) {
                        case Action.Drop dropped
                        when !HARMLESS.contains(dropped.kind()) ->
                            findings.violation(
                                    statement, "drops the " + dropped.kind().toLowerCase(Locale.ROOT) + " " + dropped);
                        case Action.ChangeType change ->
                            findings.violation(statement, "changes the type of " + change.on() + "." + change.column());
                        case Action.SetNotNull tightened
                        when changeset.inUse(tightened.on()) ->
                            findings.violation(
                                    statement, "makes " + tightened.on() + "." + tightened.column() + " NOT NULL");
                        default -> {}
                    }
                }
            }
        });
    }

    private static Rule dropsContract() {
        return Rule.of("expand-then-contract").whole(Checkpoint.CHANGELOG, (project, findings) -> {
            var earlier = new ArrayList<Changeset>();
            for (var changeset : Changelogs.of(project)) {
                changeset.on(Action.Drop.class, (dropped, statement) -> {
                    if (Set.of("TABLE", "COLUMN").contains(dropped.kind())) {
                        findings.looked();
                        if (earlier.stream().noneMatch(first -> expands(first, changeset))) {
                            findings.violation(
                                    statement,
                                    dropped + " is dropped, and the comment names no changeset of an"
                                            + " earlier changelog that made it needless");
                        }
                    }
                });
                earlier.add(changeset);
            }
        });
    }

    private static boolean expands(Changeset first, Changeset dropping) {
        return dropping.comment().contains(first.name())
                && first.place().file() != null
                && !first.place().file().equals(dropping.place().file());
    }

    private static Rule noRename() {
        return Rule.of("no-rename")
                .each(
                        Checkpoint.CHANGELOG,
                        Changelogs::of,
                        (changeset, findings) -> changeset.on(Action.Rename.class, (renamed, statement) -> {
                            if (!HARMLESS.contains(renamed.kind())) {
                                findings.violation(statement, "renames " + renamed.from() + " to " + renamed.to());
                            }
                        }));
    }

    private static Rule noTypeChangeInPlace() {
        return Rule.of("changing-column-type")
                .each(
                        Checkpoint.CHANGELOG,
                        Changelogs::of,
                        (changeset, findings) -> changeset.on(Action.ChangeType.class, (change, statement) -> {
                            var old = Types.before(changeset, change);
                            if (change.converts() || !Types.isFree(old, change.type())) {
                                findings.violation(
                                        statement,
                                        change.on() + "." + change.column() + " goes from " + old + " to "
                                                + change.type() + ", which rewrites the table");
                            }
                        }));
    }

    private static Rule widenOnly() {
        return Rule.of("narrowing-column-type").whole(Checkpoint.CHANGELOG, (project, findings) -> {
            for (var changeset : Changelogs.of(project)) {
                changeset.on(Action.ChangeType.class, (change, statement) -> {
                    findings.looked();
                    var old = Types.before(changeset, change);
                    if (!Types.isWider(old, change.type())) {
                        findings.violation(
                                statement,
                                change.on() + "." + change.column() + " goes from " + old + " to " + change.type()
                                        + ", which does not hold all that the old type holds");
                    }
                });
            }
        });
    }

    private static Rule labelsAreAppended() {
        return Rule.of("enum-labels-appended").whole(Checkpoint.CHANGELOG, (project, findings) -> {
            for (var changeset : Changelogs.of(project)) {
                changeset.on(Action.AddLabel.class, (added, statement) -> {
                    findings.looked();
                    var labels = changeset.before().labels(added.on().toString());
                    boolean last = !labels.isEmpty() && labels.getLast().equals(added.neighbour()) && !added.before();
                    if (added.neighbour() != null && !last) {
                        findings.violation(
                                statement, "'" + added.label() + "' does not go to the end of " + added.on());
                    }
                });
                changeset.on(Action.Rename.class, (renamed, statement) -> {
                    if (renamed.kind().equals("VALUE")) {
                        findings.looked();
                        findings.violation(
                                statement, "label '" + renamed.from() + "' of " + renamed.on() + " is renamed");
                    }
                });
            }
        });
    }

    private static Rule rowsLeaveLabels() {
        return Rule.of("enum-label-removal").whole(Checkpoint.CHANGELOG, (project, findings) -> {
            var moved = new HashSet<String>();
            for (var changeset : Changelogs.of(project)) {
                changeset.on(Action.ChangeType.class, (change, statement) -> {
                    var lost = lostLabels(changeset, change);
                    if (!lost.isEmpty()) {
                        findings.looked();
                        if (!moved.contains(change.on() + "." + change.column())) {
                            findings.violation(
                                    statement,
                                    "labels " + lost + " of " + change.on() + "." + change.column()
                                            + " go away, and no changeset before moves the rows that have them");
                        }
                    }
                });
                changeset.on(
                        Action.Write.class,
                        (write, statement) -> write.columns().forEach(column -> moved.add(write.on() + "." + column)));
            }
        });
    }

    /** Labels that a column's new enum has no more. */
    static List<String> lostLabels(Changeset changeset, Action.ChangeType change) {
        var labels = new ArrayList<>(changeset.before().labels(Types.before(changeset, change)));
        labels.removeAll(changeset.before().labels(change.type()));
        changeset.statements().stream()
                .flatMap(statement -> statement.readActions().stream())
                .filter(action -> action instanceof Action.CreateEnum made
                        && made.on().toString().equals(change.type()))
                .forEach(action -> labels.removeAll(((Action.CreateEnum) action).labels()));
        return labels;
    }

    /** True if a changeset takes labels from a column. */
    static boolean removesLabels(Changeset changeset) {
        return changeset.statements().stream()
                .flatMap(statement -> statement.readActions().stream())
                .anyMatch(action -> action instanceof Action.ChangeType change
                        && !lostLabels(changeset, change).isEmpty());
    }
}
