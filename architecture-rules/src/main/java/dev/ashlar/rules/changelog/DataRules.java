// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules on changesets that touch rows: seeds, backfills, and what empties tables. */
final class DataRules {
    /** The rules. */
    static final List<Rule> RULES =
            List.of(noSeeds(), backfillsStandAlone(), destructiveSeedsAreGated(), noTruncateCascade());

    private DataRules() {}

    private static Rule noSeeds() {
        return Rule.of("no-seed-in-migrations")
                .each(
                        Checkpoint.CHANGELOG,
                        Changelogs::of,
                        (changeset, findings) -> changeset
                                .steps(Action.Write.class)
                                .forEach(step -> {
                                    var write = step.action();
                                    boolean seeds = write.verb().equals("COPY")
                                            || (write.verb().equals("INSERT") && !write.reads());
                                    if (seeds) {
                                        findings.violation(step, write.verb() + " puts rows into " + write.on());
                                    }
                                }));
    }

    private static Rule backfillsStandAlone() {
        return Rule.of("idempotent-backfill").each(Checkpoint.CHANGELOG, DataRules::backfills, DataRules::standsAlone);
    }

    /** Changesets that derive or change rows. */
    static List<Changeset> backfills(Project project) {
        return Changelogs.of(project).stream()
                .filter(changeset -> changeset.readActions().anyMatch(DataRules::isBackfill))
                .toList();
    }

    /** Columns that a changeset writes, each behind its table. */
    static Set<String> filled(Changeset changeset) {
        return changeset.steps(Action.Write.class).stream()
                .flatMap(write -> write.action().columns().stream().map(column -> write.on() + "." + column))
                .collect(Collectors.toSet());
    }

    private static boolean isBackfill(Action action) {
        return action instanceof Action.Write write
                && (write.verb().equals("INSERT")
                        ? write.reads()
                        : !write.verb().equals("COPY"));
    }

    private static void standsAlone(Changeset changeset, Findings findings) {
        for (var statement : changeset.statements()) {
            for (var action : statement.actions()) {
                if (action instanceof Action.Write write && !write.filtered() && isBackfill(write)) {
                    findings.violation(
                            statement,
                            write.verb() + " of " + write.on() + " has no WHERE and does all rows over when run again");
                } else if (!(action instanceof Action.Write || action instanceof Action.SetParameter)) {
                    findings.violation(statement, "rows and schema change in one changeset: " + statement.firstLine());
                }
            }
        }
    }

    private static Rule destructiveSeedsAreGated() {
        return Rule.of("gated-reset")
                .each(
                        Checkpoint.CHANGELOG,
                        Changelogs::of,
                        (changeset, findings) -> changeset
                                .steps(Action.Write.class)
                                .forEach(step -> {
                                    var write = step.action();
                                    boolean empties = write.verb().equals("TRUNCATE")
                                            || (write.verb().equals("DELETE") && !write.filtered());
                                    if (empties
                                            && !changeset
                                                    .contexts()
                                                    .matches("(?i).*\\b(dev|development|test|demo|local)\\b.*")) {
                                        findings.violation(
                                                step, write.verb() + " empties " + write.on() + " wherever it is run");
                                    }
                                }));
    }

    private static Rule noTruncateCascade() {
        return Rule.of("ban-truncate-cascade").each(Checkpoint.CHANGELOG, Changelogs::of, (changeset, findings) -> {
            changeset.statements().forEach(statement -> truncates(statement, findings));
            changeset.rollback().forEach(statement -> truncates(statement, findings));
        });
    }

    private static void truncates(Statement statement, Findings findings) {
        boolean truncates = false;
        for (var token : statement.tokens()) {
            truncates = (truncates || token.is("TRUNCATE")) && !token.is(";");
            if (truncates && token.is("CASCADE")) {
                findings.violation(statement, "TRUNCATE … CASCADE");
            }
        }
    }
}
