// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.java.Code;
import dev.ashlar.rules.java.Type;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules of what the project's own tests must not execute. */
final class RuntimeRules {
    private static final int ROW_CAP = 1000;
    private static final long IDLE_MILLIS = 5000;

    private static final Pattern TIMER = Pattern.compile("java\\.lang\\.System\\.nanoTime|io\\.micrometer\\..*");
    private static final Pattern LOGGER = Pattern.compile(
            "(org\\.slf4j|java\\.util\\.logging|java\\.lang\\.System\\$Logger|org\\.apache\\.logging).*");

    static final List<Rule> RULES = List.of(
            Rule.of("n-plus-one").refuse(Checkpoint.RUNTIME, ObservedStatement::ran, RuntimeRules::repetition),
            Rule.also("unbounded-result").refuse(Checkpoint.RUNTIME, ObservedStatement::ran, RuntimeRules::excess),
            Rule.also("unkeyed-write")
                    .refuse(
                            Checkpoint.RUNTIME,
                            RuntimeRules::writes,
                            ran -> ran.did().counts().unconditional() > 0
                                    ? "changed every row of its table, without a WHERE, "
                                            + ran.did().counts().unconditional() + " times"
                                    : null),
            Rule.also("bound-parameters")
                    .refuse(
                            Checkpoint.RUNTIME,
                            ObservedStatement::ran,
                            ran -> ran.did().literal() != null
                                    ? "was sent with the value " + ran.did().literal() + " written into it"
                                    : null),
            Rule.of("writes-in-transaction").refuse(Checkpoint.RUNTIME, RuntimeRules::writes, RuntimeRules::outside),
            Rule.also("transaction-escape").refuse(Checkpoint.RUNTIME, RuntimeRules::reads, RuntimeRules::outside),
            Rule.also("transaction-timeouts")
                    .refuse(
                            Checkpoint.RUNTIME,
                            ObservedStatement::ran,
                            ran -> ran.did().repetition().maxIdleMillis() > IDLE_MILLIS
                                    ? "came after its transaction had held a connection for "
                                            + ran.did().repetition().maxIdleMillis() + " ms doing nothing"
                                    : null),
            Rule.also("slow-statement-log").whole(Checkpoint.RUNTIME, RuntimeRules::measured));

    private RuntimeRules() {}

    private static @Nullable String repetition(ObservedStatement.Ran statement) {
        var did = statement.did();
        return did.repetition().repeats() > 1
                ? "ran " + did.repetition().repeats() + " times in one transaction, called by "
                        + did.repetition().repeatedBy()
                : null;
    }

    private static @Nullable String excess(ObservedStatement.Ran statement) {
        var did = statement.did();
        return !did.writes() && did.counts().maxRows() > ROW_CAP
                ? "returned " + did.counts().maxRows() + " rows at once; more than " + ROW_CAP + " are too many"
                : null;
    }

    private static void measured(Project project, Findings findings) {
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
    }

    private static boolean measuresAndTells(Type plugin) {
        var used = plugin.java().getAccessesFromSelf().stream()
                .map(access -> access.getTargetOwner().getName() + "."
                        + access.getTarget().getName())
                .toList();
        return used.stream().anyMatch(use -> TIMER.matcher(use).matches())
                && used.stream().anyMatch(use -> LOGGER.matcher(use).matches());
    }

    private static @Nullable String outside(ObservedStatement.Ran ran) {
        int times = ran.did().counts().outside();
        return times > 0
                ? "ran outside a transaction " + times + " of "
                        + ran.did().counts().executions() + " times"
                : null;
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
