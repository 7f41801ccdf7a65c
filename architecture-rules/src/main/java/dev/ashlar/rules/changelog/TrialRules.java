// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.changelog.Trial.Way;
import java.util.List;
import java.util.function.Predicate;

/** Rules that the changesets are tried on: up, down and up again, on empty and on filled tables. */
final class TrialRules {
    static final List<Rule> RULES = List.of(
            Rule.also("reversible-changesets")
                    .whole(
                            Checkpoint.HARNESS,
                            (project, findings) -> failing(project, findings, changeset -> true, Way.DOWN, Way.AGAIN)),
            Rule.of("migrations-on-filled-tables").whole(Checkpoint.HARNESS, TrialRules::populated),
            Rule.also("enum-label-removal")
                    .whole(
                            Checkpoint.HARNESS,
                            (project, findings) -> failing(project, findings, BreakingRules::removesLabels, Way.UP)),
            Rule.of("data-fix-before-constraint")
                    .whole(
                            Checkpoint.HARNESS,
                            (project, findings) -> failing(project, findings, TrialRules::tightens, Way.UP)),
            Rule.also("idempotent-backfill")
                    .whole(
                            Checkpoint.HARNESS,
                            (project, findings) ->
                                    failing(project, findings, DataRules.backfills(project)::contains, Way.TWICE)));

    private TrialRules() {}

    private static void populated(Project project, Findings findings) {
        failing(project, findings, changeset -> true, Way.UP);
        Trial.of(project)
                .filled()
                .unfilled()
                .forEach((table, why) ->
                        findings.violation(Place.of(table), "no rows could be made to try migrations on: " + why));
    }

    /** True if a changeset asks something of rows that may be there already. */
    private static boolean tightens(Changeset changeset) {
        return changeset
                .actions()
                .anyMatch(action -> changeset.inUse(action.on())
                        && (action instanceof Action.AddConstraint
                                || action instanceof Action.SetNotNull
                                || action instanceof Action.ValidateConstraint
                                || (action instanceof Action.CreateIndex made && made.unique())));
    }

    private static void failing(Project project, Findings findings, Predicate<Changeset> subject, Way... ways) {
        var failures = Trial.of(project).failures();
        for (var changeset : Changelogs.of(project)) {
            if (subject.test(changeset)) {
                findings.looked();
                failures.stream()
                        .filter(failure -> failure.changeset().equals(changeset))
                        .filter(failure -> List.of(ways).contains(failure.way()))
                        .forEach(failure -> findings.violation(changeset, failure.way().words + failure.message()));
            }
        }
    }
}
