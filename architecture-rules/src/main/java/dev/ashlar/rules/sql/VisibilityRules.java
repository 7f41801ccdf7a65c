// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Check;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.sql.plan.Scan;
import dev.ashlar.rules.sql.prepare.Preparation;
import dev.ashlar.rules.sql.prepare.Prepared;
import dev.ashlar.rules.sql.query.Tables;
import dev.ashlar.rules.sql.trial.ReadTrial;
import dev.ashlar.rules.sql.trial.ReadTrials;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules on rows that a statement must not see: deleted ones, and those of others. */
final class VisibilityRules {
    static final List<Rule> RULES = List.of(
            Rule.of("tenant-scope")
                    .with(new Check(Checkpoint.PLAN, VisibilityRules::comparedOrMarked))
                    .with(oracle(
                            StatementMark.CROSSES_SCOPE,
                            trial -> !trial.column().equals("deleted_at"),
                            trial -> "shows a stranger's row of " + trial.scan())),
            live("soft-delete-filter", false),
            live("soft-delete-filter-by-key", true));

    private VisibilityRules() {}

    private static void comparedOrMarked(Project project, Findings findings) {
        check(StatementMark.CROSSES_SCOPE, VisibilityRules::isScoped, VisibilityRules::crosses)
                .examination()
                .accept(project, findings);
        Preparation.of(project).usable().stream()
                .map(Prepared::statement)
                .distinct()
                .filter(statement -> StatementMark.CROSSES_SCOPE.isOn(statement))
                .filter(statement -> Preparation.of(project).usable().stream()
                        .filter(prepared -> prepared.statement().equals(statement))
                        .flatMap(prepared -> prepared.scans().stream())
                        .allMatch(scan -> missed(scan).findAny().isEmpty()))
                .forEach(statement -> findings.violation(statement, "says that it crosses a scope, but keeps to it"));
    }

    private static boolean isScoped(Scan scan) {
        return !scan.table().scope().isEmpty();
    }

    private static void crosses(Scan scan, Consumer<String> breach) {
        missed(scan).forEach(column -> breach.accept("reads " + scan + " without comparing " + column));
    }

    private static Stream<String> missed(Scan scan) {
        return scan.table().scope().stream().filter(column -> !scan.equalled().contains(column));
    }

    /** Returns the rule of deleted rows in lists, or that of one row by its key. */
    private static Rule live(String id, boolean byKey) {
        return Rule.of(id)
                .with(check(
                        StatementMark.READS_DELETED,
                        scan -> isRead(scan) && scan.isUnique() == byKey,
                        VisibilityRules::seesDeleted))
                .with(oracle(
                        StatementMark.READS_DELETED,
                        trial -> trial.column().equals("deleted_at")
                                && trial.scan().isUnique() == byKey,
                        trial -> "shows a deleted row of " + trial.scan()));
    }

    /** Excludes tables that a statement changes: restoring and purging must find deleted rows. */
    private static boolean isRead(Scan scan) {
        return Tables.deletesSoftly(scan.table()) && !scan.written();
    }

    private static void seesDeleted(Scan scan, Consumer<String> breach) {
        if (!scan.leavesOutDeleted()) {
            breach.accept("reads deleted rows of " + scan);
        }
    }

    /** Skips statements whose answer stays the same when PostgreSQL hides the rows. */
    private static Check oracle(StatementMark mark, Predicate<ReadTrial> about, Function<ReadTrial, String> leak) {
        return new Check(
                Checkpoint.HARNESS,
                (project, findings) -> ReadTrials.of(project).trials().stream()
                        .filter(ReadTrial::isReached)
                        .filter(about)
                        .forEach(trial -> {
                            findings.looked();
                            if (trial.outcome() == ReadTrial.Outcome.LEAK
                                    && !mark.isOn(trial.prepared().statement())) {
                                findings.violation(trial, leak.apply(trial) + " " + trial.prepared());
                            }
                        }));
    }

    private static Check check(
            StatementMark mark, Predicate<Scan> about, BiConsumer<Scan, Consumer<String>> examination) {
        return Prepared.check(prepared -> prepared.scans().stream().anyMatch(about), (prepared, breach) -> {
            if (!mark.isOn(prepared.statement())) {
                prepared.scans().stream().filter(about).forEach(scan -> examination.accept(scan, breach));
            }
        });
    }
}
