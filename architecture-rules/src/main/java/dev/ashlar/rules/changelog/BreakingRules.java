// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules on changes that take something away from those who use it: drops, renames, narrower types, labels. */
final class BreakingRules {
    private static final Set<String> HARMLESS = Set.of("INDEX", "CONSTRAINT");

    static final List<Rule> RULES = List.of(
            Rule.of("destructive-change")
                    .each(Checkpoint.CHANGELOG, Changelogs::of, Step.each(Action.class, BreakingRules::destroys)),
            Rule.of("expand-then-contract")
                    .refuse(Checkpoint.CHANGELOG, BreakingRules::drops, BreakingRules::unannounced),
            Rule.of("no-rename")
                    .each(
                            Checkpoint.CHANGELOG,
                            Changelogs::of,
                            Step.each(
                                    Action.Rename.class,
                                    step -> HARMLESS.contains(step.action().kind())
                                            ? null
                                            : "renames " + step.action().from() + " to "
                                                    + step.action().to())),
            Rule.of("changing-column-type")
                    .each(
                            Checkpoint.CHANGELOG,
                            Changelogs::of,
                            Step.each(
                                    Action.ChangeType.class,
                                    step -> step.action().converts()
                                                    || !Types.isFree(
                                                            old(step),
                                                            step.action().type())
                                            ? change(step) + ", which rewrites the table"
                                            : null)),
            Rule.of("narrowing-column-type")
                    .refuse(
                            Checkpoint.CHANGELOG,
                            project -> Step.of(project, Action.ChangeType.class),
                            step -> Types.isWider(old(step), step.action().type())
                                    ? null
                                    : change(step) + ", which does not hold all that the old type holds"),
            Rule.of("enum-labels-appended").whole(Checkpoint.CHANGELOG, BreakingRules::labelsAreAppended),
            Rule.of("enum-label-removal").whole(Checkpoint.CHANGELOG, BreakingRules::rowsLeaveLabels));

    private BreakingRules() {}

    private static @Nullable String destroys(Step<Action> step) {
        if (step.action() instanceof Action.Drop dropped && !HARMLESS.contains(dropped.kind())) {
            return "drops the " + dropped.kind().toLowerCase(Locale.ROOT) + " " + dropped;
        }
        if (step.action() instanceof Action.ChangeType change) {
            return "changes the type of " + step.on() + "." + change.column();
        }
        return step.action() instanceof Action.SetNotNull tightened && step.isInUse()
                ? "makes " + step.on() + "." + tightened.column() + " NOT NULL"
                : null;
    }

    /** A step with the changesets before it. */
    private record Dropping(Place place, Step<Action.Drop> step, List<Changeset> before) implements Subject {}

    private static List<Dropping> drops(Project project) {
        var all = Changelogs.of(project);
        return Step.of(project, Action.Drop.class).stream()
                .filter(step -> Set.of("TABLE", "COLUMN").contains(step.action().kind()))
                .map(step -> new Dropping(step.place(), step, all.subList(0, all.indexOf(step.changeset()))))
                .toList();
    }

    private static @Nullable String unannounced(Dropping drop) {
        return drop.before().stream()
                        .anyMatch(earlier -> expands(earlier, drop.step().changeset()))
                ? null
                : drop.step().action() + " is dropped, and the comment names no changeset of an earlier"
                        + " changelog that made it needless";
    }

    private static boolean expands(Changeset first, Changeset dropping) {
        return dropping.comment().contains(first.name())
                && first.place().file() != null
                && !first.place().file().equals(dropping.place().file());
    }

    private static String column(Step<Action.ChangeType> change) {
        return change.on() + "." + change.action().column();
    }

    private static String old(Step<Action.ChangeType> step) {
        return Types.before(step.changeset(), step.action());
    }

    private static String change(Step<Action.ChangeType> step) {
        return column(step) + " goes from " + old(step) + " to " + step.action().type();
    }

    private static void labelsAreAppended(Project project, Findings findings) {
        for (var step : Step.of(project, Action.AddLabel.class)) {
            findings.looked();
            var added = step.action();
            var labels = step.changeset().before().labels(step.on().toString());
            int end = labels.size() - 1;
            boolean isLast = end >= 0 && labels.get(end).equals(added.neighbor()) && !added.before();
            if (added.neighbor() != null && !isLast) {
                findings.violation(step, "'" + added.label() + "' does not go to the end of " + step.on());
            }
        }
        for (var step : Step.of(project, Action.Rename.class)) {
            if (step.action().kind().equals("VALUE")) {
                findings.looked();
                findings.violation(step, "label '" + step.action().from() + "' of " + step.on() + " is renamed");
            }
        }
    }

    private static void rowsLeaveLabels(Project project, Findings findings) {
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
    }

    /** Labels that a column's new enum has no more. */
    static List<String> lostLabels(Changeset changeset, Action.ChangeType change) {
        var labels = new ArrayList<>(changeset.before().labels(Types.before(changeset, change)));
        labels.removeAll(changeset.before().labels(change.type()));
        changeset.actions().forEach(action -> {
            if (action instanceof Action.CreateEnum made && made.on().toString().equals(change.type())) {
                labels.removeAll(made.labels());
            }
        });
        return labels;
    }

    /** True if a changeset takes labels from a column. */
    static boolean removesLabels(Changeset changeset) {
        return changeset
                .actions()
                .anyMatch(action -> action instanceof Action.ChangeType change
                        && !lostLabels(changeset, change).isEmpty());
    }
}
