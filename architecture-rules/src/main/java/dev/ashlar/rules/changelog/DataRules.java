// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules on changesets that touch rows: seeds, backfills, and what empties tables. */
final class DataRules {
    private static final Pattern DEVELOPMENT = Pattern.compile("(?i)\\b(dev|development|test|demo|local)\\b");

    static final List<Rule> RULES = List.of(
            Rule.of("no-seed-in-migrations")
                    .each(
                            Checkpoint.CHANGELOG,
                            Changelogs::of,
                            Step.each(
                                    Action.Write.class,
                                    step -> isSeed(step.action())
                                            ? step.action().verb() + " puts rows into " + step.on()
                                            : null)),
            Rule.of("idempotent-backfill").each(Checkpoint.CHANGELOG, DataRules::backfills, DataRules::standsAlone),
            Rule.of("gated-reset")
                    .each(
                            Checkpoint.CHANGELOG,
                            Changelogs::of,
                            Step.each(
                                    Action.Write.class,
                                    step -> empties(step.action())
                                                    && !DEVELOPMENT
                                                            .matcher(step.changeset()
                                                                    .contexts())
                                                            .find()
                                            ? step.action().verb() + " empties " + step.on() + " wherever it is run"
                                            : null)),
            Rule.of("ban-truncate-cascade").each(Checkpoint.CHANGELOG, Changelogs::of, DataRules::noTruncateCascade));

    private DataRules() {}

    /** Changesets that derive or change rows. */
    static List<Changeset> backfills(Project project) {
        return Changelogs.of(project).stream()
                .filter(changeset -> changeset.actions().anyMatch(DataRules::isBackfill))
                .toList();
    }

    /** Columns that a changeset writes, each behind its table. */
    static Set<String> filled(Changeset changeset) {
        return changeset.steps(Action.Write.class).stream()
                .flatMap(write -> write.action().columns().stream().map(column -> write.on() + "." + column))
                .collect(Collectors.toSet());
    }

    private static boolean isSeed(Action.Write write) {
        return write.verb().equals("COPY") || (write.verb().equals("INSERT") && !write.reads());
    }

    private static boolean empties(Action.Write write) {
        return write.verb().equals("TRUNCATE") || (write.verb().equals("DELETE") && !write.filtered());
    }

    private static boolean isBackfill(Action action) {
        return action instanceof Action.Write write && !isSeed(write);
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

    private static void noTruncateCascade(Changeset changeset, Findings findings) {
        changeset.bothWays().forEach(statement -> truncates(statement, findings));
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
