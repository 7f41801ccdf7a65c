package dev.ashlar.rules.sql;

import dev.ashlar.rules.Check;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rules on rows that a statement must not see: deleted ones, and those of others. */
public final class VisibilityRules {
    public static final List<Rule> RULES = List.of(scoped(), live(), liveByKey());

    private static final Pattern SCOPE = Pattern.compile("\\bScope: (\\w+(?:, \\w+)*)\\.");

    private VisibilityRules() {}

    private static Rule scoped() {
        return Rule.of("25", "A table that declares a scope is read with that column compared, in every variant.")
                .because("one forgotten condition shows a stranger's rows")
                .mend(
                        "compare each column that the table's comment names in \"Scope: owner_id.\", or waive it for work that is"
                                + " done for nobody in particular")
                .partly("by plan for all; by trial for those reads that find a generated row")
                .with(check(scan -> !scope(scan).isEmpty(), (scan, breach) -> {
                    for (var column : scope(scan)) {
                        if (!scan.equalled().contains(column)) {
                            breach.accept("reads " + scan + " without comparing " + column);
                        }
                    }
                }))
                .with(oracle(
                        trial -> !trial.column().equals("deleted_at"),
                        trial -> "shows a stranger's row of " + trial.scan()));
    }

    static List<String> scope(Scan scan) {
        var declared = SCOPE.matcher(scan.table().comment());
        return declared.find() ? List.of(declared.group(1).split(", ")) : List.of();
    }

    private static Rule live() {
        return Rule.of("77", "Every read leaves deleted rows out.")
                .because("what somebody deleted must not come back in a list, a sum or a check")
                .mend("include the shared condition on deleted_at for each table in FROM and JOIN")
                .partly("by plan for all; by trial for those reads that find a generated row")
                .with(check(scan -> isRead(scan) && !scan.isUnique(), VisibilityRules::seesDeleted))
                .with(oracle(trial -> isDeletion(trial) && !trial.scan().isUnique(), VisibilityRules::shown));
    }

    private static Rule liveByKey() {
        return Rule.of("78", "Getting one row by its key leaves a deleted one out too.")
                .because("a link to something deleted must lead nowhere")
                .mend("include the shared condition on deleted_at beside the key")
                .partly("by plan for all; by trial for those reads that find a generated row")
                .with(check(scan -> isRead(scan) && scan.isUnique(), VisibilityRules::seesDeleted))
                .with(oracle(trial -> isDeletion(trial) && trial.scan().isUnique(), VisibilityRules::shown));
    }

    /** What a statement changes it does not show: restoring and purging must find deleted rows. */
    private static boolean isRead(Scan scan) {
        return scan.table().isSoftDeleting() && !scan.written();
    }

    private static void seesDeleted(Scan scan, Consumer<String> breach) {
        if (!scan.leavesOutDeleted()) {
            breach.accept("reads deleted rows of " + scan);
        }
    }

    private static boolean isDeletion(Trial trial) {
        return trial.column().equals("deleted_at");
    }

    private static String shown(Trial trial) {
        return "shows a deleted row of " + trial.scan();
    }

    /** What is the same wherever it is hidden by PostgreSQL itself needs no reading of the statement. */
    private static Check oracle(Predicate<Trial> about, Function<Trial, String> leak) {
        return new Check(
                Checkpoint.HARNESS,
                (project, findings) -> Oracle.of(project).trials().stream()
                        .filter(Trial::isReached)
                        .filter(about)
                        .forEach(trial -> {
                            findings.looked();
                            if (trial.outcome() == Trial.Outcome.LEAK) {
                                findings.violation(trial, leak.apply(trial) + " " + trial.prepared());
                            }
                        }));
    }

    private static Check check(Predicate<Scan> about, BiConsumer<Scan, Consumer<String>> examination) {
        return Judged.check(
                prepared -> prepared.scans().stream().anyMatch(about),
                (prepared, breach) ->
                        prepared.scans().stream().filter(about).forEach(scan -> examination.accept(scan, breach)));
    }
}
