// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.configuration;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules of connection pools: size, time limits and users. */
final class PoolRules {
    private static final String POOL = "spring.datasource.hikari";
    private static final String SIZE = POOL + ".maximum-pool-size";
    /** PostgreSQL lets in 100 by default and keeps 3 of these for superusers; while a release rolls out there are two. */
    private static final int SHARE = (100 - 3) / 2;

    private static final List<String> WORKERS = List.of(
            "db-scheduler.threads",
            "spring.task.execution.pool.max-size",
            "spring.task.scheduling.pool.size",
            "spring.quartz.properties.org.quartz.threadPool.threadCount");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,6}");

    static final List<Rule> RULES = List.of(
            Rule.of("transaction-timeouts").whole(Checkpoint.CONFIGURATION, PoolRules::shortTransactions),
            Rule.of("pool-size")
                    .whole(
                            Checkpoint.CONFIGURATION,
                            (project, findings) -> Settings.inProduction(project, SIZE)
                                    .ifPresent(setting -> {
                                        findings.looked();
                                        var size = number(setting);
                                        if (size.isPresent() && size.getAsInt() > SHARE) {
                                            findings.violation(
                                                    setting,
                                                    size.getAsInt()
                                                            + " connections for each instance; two of them would ask for more"
                                                            + " than PostgreSQL's 97");
                                        }
                                    })),
            Rule.of("explicit-pool-limits").whole(Checkpoint.CONFIGURATION, PoolRules::explicitLimits),
            Rule.of("worker-starvation").whole(Checkpoint.CONFIGURATION, PoolRules::fewWorkers));

    private PoolRules() {}

    private static void shortTransactions(Project project, Findings findings) {
        for (var timeout : List.of("statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout")) {
            findings.looked();
            if (datasource(project).noneMatch(setting -> sets(setting, timeout))) {
                findings.violation(
                        DatabaseRules.production(project), timeout + " is not set, or is 0, which means never");
            }
        }
    }

    private static Stream<Setting> datasource(Project project) {
        return Settings.inProduction(project).stream().filter(setting -> setting.isWithin("spring.datasource"));
    }

    private static boolean sets(Setting setting, String timeout) {
        return Pattern.compile("\\b" + timeout + "(\\s*=\\s*|%3D|\\s+TO\\s+)'?[1-9]", Pattern.CASE_INSENSITIVE)
                .matcher(setting.value())
                .find();
    }

    private static void explicitLimits(Project project, Findings findings) {
        for (var limit : List.of(SIZE, POOL + ".connection-timeout", POOL + ".max-lifetime")) {
            findings.looked();
            if (Settings.inProduction(project, limit).isEmpty()) {
                findings.violation(DatabaseRules.production(project), limit + " is not set");
            }
        }
    }

    private static void fewWorkers(Project project, Findings findings) {
        var workers = WORKERS.stream()
                .flatMap(key -> Settings.inProduction(project, key).stream())
                .toList();
        int threads = 0;
        for (var worker : workers) {
            findings.looked();
            threads += number(worker).orElse(0);
        }
        int connections = Settings.all(project).stream()
                .filter(setting -> setting.is(SIZE))
                .flatMapToInt(setting -> number(setting).stream())
                .min()
                .orElse(10); // HikariCP's own
        if (threads * 2 > connections) {
            findings.violation(
                    workers.get(0),
                    threads + " threads of workers may hold that many of " + connections + " connections");
        }
    }

    private static OptionalInt number(Setting setting) {
        var value = setting.fallback().strip();
        return WHOLE_NUMBER.matcher(value).matches() ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }
}
