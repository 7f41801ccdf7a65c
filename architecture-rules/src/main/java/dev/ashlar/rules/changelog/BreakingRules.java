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
            for (var step : changeset.steps(Action.class)) {
                if (step.action() instanceof Action.Drop dropped && !HARMLESS.contains(dropped.kind())) {
                    findings.violation(step, "drops the " + dropped.kind().toLowerCase(Locale.ROOT) + " " + dropped);
                } else if (step.action() instanceof Action.ChangeType change) {
                    findings.violation(step, "changes the type of " + step.on() + "." + change.column());
                } else if (step.action() instanceof Action.SetNotNull tightened && step.isInUse()) {
                    findings.violation(step, "makes " + step.on() + "." + tightened.column() + " NOT NULL");
                }
            }
        });
    }

    private static Rule dropsContract() {
        return Rule.of("expand-then-contract").whole(Checkpoint.CHANGELOG, (project, findings) -> {
            for (var step : Step.of(project, Action.Drop.class)) {
                if (Set.of("TABLE", "COLUMN").contains(step.action().kind())) {
                    findings.looked();
                    if (Changelogs.of(project).stream()
                            .takeWhile(earlier -> !earlier.equals(step.changeset()))
                            .noneMatch(earlier -> expands(earlier, step.changeset()))) {
                        findings.violation(
                                step,
                                step.action() + " is dropped, and the comment names no changeset of an earlier"
                                        + " changelog that made it needless");
                    }
                }
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
                        (changeset, findings) -> changeset
                                .steps(Action.Rename.class)
                                .forEach(step -> {
                                    var renamed = step.action();
                                    if (!HARMLESS.contains(renamed.kind())) {
                                        findings.violation(step, "renames " + renamed.from() + " to " + renamed.to());
                                    }
                                }));
    }

    private static Rule noTypeChangeInPlace() {
        return Rule.of("changing-column-type")
                .each(
                        Checkpoint.CHANGELOG,
                        Changelogs::of,
                        (changeset, findings) -> changeset
                                .steps(Action.ChangeType.class)
                                .forEach(step -> {
                                    var old = Types.before(step.changeset(), step.action());
                                    var type = step.action().type();
                                    if (step.action().converts() || !Types.isFree(old, type)) {
                                        findings.violation(
                                                step,
                                                column(step) + " goes from " + old + " to " + type
                                                        + ", which rewrites the table");
                                    }
                                }));
    }

    private static String column(Step<Action.ChangeType> change) {
        return change.on() + "." + change.action().column();
    }

    private static Rule widenOnly() {
        return Rule.of("narrowing-column-type")
                .each(Checkpoint.CHANGELOG, project -> Step.of(project, Action.ChangeType.class), (step, findings) -> {
                    var old = Types.before(step.changeset(), step.action());
                    var type = step.action().type();
                    if (!Types.isWider(old, type)) {
                        findings.violation(
                                step,
                                column(step) + " goes from " + old + " to " + type
                                        + ", which does not hold all that the old type holds");
                    }
                });
    }

    private static Rule labelsAreAppended() {
        return Rule.of("enum-labels-appended").whole(Checkpoint.CHANGELOG, (project, findings) -> {
            for (var step : Step.of(project, Action.AddLabel.class)) {
                findings.looked();
                var added = step.action();
                var labels = step.changeset().before().labels(step.on().toString());
                int end = labels.size() - 1;
                boolean isLast = end >= 0 && labels.get(end).equals(added.neighbour()) && !added.before();
                if (added.neighbour() != null && !isLast) {
                    findings.violation(step, "'" + added.label() + "' does not go to the end of " + step.on());
                }
            }
            for (var step : Step.of(project, Action.Rename.class)) {
                if (step.action().kind().equals("VALUE")) {
                    findings.looked();
                    findings.violation(step, "label '" + step.action().from() + "' of " + step.on() + " is renamed");
                }
            }
        });
    }

    private static Rule rowsLeaveLabels() {
        return Rule.of("enum-label-removal").whole(Checkpoint.CHANGELOG, (project, findings) -> {
            var moved = new HashSet<String>();
            for (var changeset : Changelogs.of(project)) {
                for (var step : changeset.steps(Action.ChangeType.class)) {
                    var lost = lostLabels(changeset, step.action());
                    if (!lost.isEmpty()) {
                        findings.looked();
                        if (!moved.contains(column(step))) {
                            findings.violation(
                                    step,
                                    "labels " + lost + " of " + column(step)
                                            + " go away, and no changeset before moves the rows that have them");
                        }
                    }
                }
                moved.addAll(DataRules.filled(changeset));
            }
        });
    }

    /** Labels that a column's new enum has no more. */
    static List<String> lostLabels(Changeset changeset, Action.ChangeType change) {
        var labels = new ArrayList<>(changeset.before().labels(Types.before(changeset, change)));
        labels.removeAll(changeset.before().labels(change.type()));
        changeset.readActions().forEach(action -> {
            if (action instanceof Action.CreateEnum made && made.on().toString().equals(change.type())) {
                labels.removeAll(made.labels());
            }
        });
        return labels;
    }

    /** True if a changeset takes labels from a column. */
    static boolean removesLabels(Changeset changeset) {
        return changeset
                .readActions()
                .anyMatch(action -> action instanceof Action.ChangeType change
                        && !lostLabels(changeset, change).isEmpty());
    }
}
