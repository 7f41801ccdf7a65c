// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.java.Code;
import dev.ashlar.rules.java.Type;
import java.util.List;
import java.util.regex.Pattern;

/** Rules of what the project's own tests must not execute. */
final class RuntimeRules {
    private static final int ROW_CAP = 1000;
    private static final long IDLE_MILLIS = 5000;

    private static final Pattern TIMER = Pattern.compile("java\\.lang\\.System\\.nanoTime|io\\.micrometer\\..*");
    private static final Pattern LOGGER = Pattern.compile(
            "(org\\.slf4j|java\\.util\\.logging|java\\.lang\\.System\\$Logger|org\\.apache\\.logging).*");

    /** All of them. */
    static final List<Rule> RULES = List.of(
            noLoops(),
            cappedRows(),
            keptConditions(),
            boundValues(),
            wholeChanges(),
            joinedCalls(),
            noPauses(),
            measured());

    private RuntimeRules() {}

    private static Rule noLoops() {
        return Rule.of("n-plus-one")
                .core()
                .warning()
                .each(Checkpoint.RUNTIME, ObservedStatement::ran, (statement, findings) -> {
                    var did = statement.did();
                    if (did.repeats() > 1) {
                        findings.violation(
                                statement,
                                "ran " + did.repeats() + " times in one transaction, called by " + did.repeatedBy());
                    }
                });
    }

    private static Rule cappedRows() {
        return Rule.also("unbounded-result").each(Checkpoint.RUNTIME, ObservedStatement::ran, (statement, findings) -> {
            var did = statement.did();
            if (!did.writes() && did.maxRows() > ROW_CAP) {
                findings.violation(
                        statement,
                        "returned " + did.maxRows() + " rows at once; more than " + ROW_CAP + " are too many");
            }
        });
    }

    private static Rule keptConditions() {
        return Rule.also("unkeyed-write").each(Checkpoint.RUNTIME, RuntimeRules::writes, (statement, findings) -> {
            int unconditional = statement.did().unconditional();
            if (unconditional > 0) {
                findings.violation(
                        statement, "changed every row of its table, without a WHERE, " + unconditional + " times");
            }
        });
    }

    private static Rule boundValues() {
        return Rule.also("bound-parameters").each(Checkpoint.RUNTIME, ObservedStatement::ran, (statement, findings) -> {
            var literal = statement.did().literal();
            if (literal != null) {
                findings.violation(statement, "was sent with the value " + literal + " written into it");
            }
        });
    }

    private static Rule wholeChanges() {
        return Rule.of("writes-in-transaction")
                .core()
                .each(Checkpoint.RUNTIME, RuntimeRules::writes, (statement, findings) -> {
                    if (statement.did().outside() > 0) {
                        findings.violation(statement, outside(statement.did()));
                    }
                });
    }

    private static Rule joinedCalls() {
        return Rule.also("transaction-escape").each(Checkpoint.RUNTIME, RuntimeRules::reads, (statement, findings) -> {
            if (statement.did().outside() > 0) {
                findings.violation(statement, outside(statement.did()));
            }
        });
    }

    private static Rule noPauses() {
        return Rule.also("transaction-timeouts")
                .each(Checkpoint.RUNTIME, ObservedStatement::ran, (statement, findings) -> {
                    long idle = statement.did().maxIdleMillis();
                    if (idle > IDLE_MILLIS) {
                        findings.violation(
                                statement,
                                "came after its transaction had held a connection for " + idle + " ms doing nothing");
                    }
                });
    }

    private static Rule measured() {
        return Rule.also("slow-statement-log").whole(Checkpoint.RUNTIME, (project, findings) -> {
            var plugins = ObservedStatement.plugins(project);
            plugins.forEach(plugin -> findings.looked());
            boolean measured = Code.of(project).types().stream()
                    .filter(type -> plugins.contains(type.java().getName()))
                    .anyMatch(RuntimeRules::measuresAndTells);
            if (!measured && !plugins.isEmpty()) {
                findings.violation(
                        Place.of(project.name()),
                        "none of its plugins measures how long statements take and logs slow ones: " + plugins);
            }
        });
    }

    private static boolean measuresAndTells(Type plugin) {
        var used = plugin.java().getAccessesFromSelf().stream()
                .map(access -> access.getTargetOwner().getName() + "."
                        + access.getTarget().getName())
                .toList();
        return used.stream().anyMatch(use -> TIMER.matcher(use).matches())
                && used.stream().anyMatch(use -> LOGGER.matcher(use).matches());
    }

    private static String outside(RecordedStatement did) {
        return "ran outside a transaction " + did.outside() + " of " + did.executions() + " times";
    }

    private static List<ObservedStatement.Ran> writes(Project project) {
        return ObservedStatement.ran(project).stream()
                .filter(statement -> statement.did().writes())
                .toList();
    }

    private static List<ObservedStatement.Ran> reads(Project project) {
        return ObservedStatement.ran(project).stream()
                .filter(statement -> !statement.did().writes())
                .toList();
    }
}
