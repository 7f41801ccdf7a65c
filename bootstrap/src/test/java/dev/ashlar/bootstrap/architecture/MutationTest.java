// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.architecture.Mutants.Thing;
import dev.ashlar.bootstrap.architecture.Mutants.Unguarded;
import dev.ashlar.kernel.persistence.FreshMyBatis;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rulebook notices what goes missing: each guard in Ashlar's mappers and each index and foreign key of its schema is taken
 * away by itself, in a copy, and some rule must then say so. What no rule can see is killed by
 * an ordinary test, which says so with {@link Kills}. The outcome is in {@code target/rulebook/mutations.txt}. With {@code
 * -Dmutations.of=sync,mrlearn} only the schemas and mappers of these names lose something.
 */
@Tag("exhaustive")
class MutationTest {
    private static final String PROJECT = "a copy of Ashlar";
    private static final Rulebook ON_STATEMENTS = looking(Checkpoint.MAPPER, Checkpoint.PLAN);
    private static final Rulebook ON_SCHEMA = looking(Checkpoint.CATALOG);

    @TempDir
    private Path copies;

    private final Map<String, String> outcomes = new ConcurrentSkipListMap<>();

    /** The rulebook, but only the checks that look at what is taken away from here. */
    private static Rulebook looking(Checkpoint... checkpoints) {
        return Rulebook.of(Rulebook.standard().rules().stream()
                .map(rule -> rule.only(check -> Set.of(checkpoints).contains(check.at())))
                .filter(rule -> !rule.checks().isEmpty())
                .toArray(Rule[]::new));
    }

    @Test
    void whateverGoesMissingIsNoticed() throws Exception {
        var groups = new ConcurrentLinkedQueue<Group>();
        try (var database = TestDatabase.migrated()) {
            Mutants.things(database.owner()).stream()
                    .filter(thing -> Mutants.isWanted(thing.table()))
                    .collect(groupingBy(Thing::table))
                    .forEach((table, things) -> groups.add(on -> indexesAndKeys(on, table, things)));
        }
        Mutants.statements().stream()
                .filter(mutant -> Mutants.isWanted(contextOf(mutant.file())))
                .collect(groupingBy(Unguarded::file))
                .forEach((file, mutants) -> groups.add(on -> guardsOfStatements(on, file, mutants)));
        onAllProcessors(groups);

        var written = Path.of("target/rulebook/mutations.txt");
        Files.createDirectories(written.getParent());
        Files.write(
                written,
                outcomes.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList());
        assertThat(outcomes)
                .as("what no rule notices, in %s", written)
                .allSatisfy((mutant, outcome) -> assertThat(outcome.startsWith("survived"))
                        .as(mutant)
                        .isEqualTo(KillingTest.ALL.containsKey(mutant)));
        if (Mutants.isWanted("")) {
            assertThat(outcomes).containsKeys(KillingTest.ALL.keySet().toArray(String[]::new));
        }
    }

    private static String contextOf(Path mapper) {
        return Mutants.MAPPERS.resolve("dev/ashlar").relativize(mapper).toString();
    }

    /** Mutants that are compared with the same state of things, on a database that nobody else changes meanwhile. */
    private interface Group {
        void examine(TestDatabase on) throws IOException, SQLException;
    }

    private static void onAllProcessors(Queue<Group> groups) throws InterruptedException, ExecutionException {
        int processors = Runtime.getRuntime().availableProcessors();
        try (var threads = Executors.newFixedThreadPool(processors)) {
            Callable<@Nullable Void> work = () -> {
                try (var database = TestDatabase.migrated()) {
                    for (var group = groups.poll(); group != null; group = groups.poll()) {
                        group.examine(database);
                    }
                    return null;
                }
            };
            for (var worker : threads.invokeAll(Collections.nCopies(processors, work))) {
                worker.get();
            }
        }
    }

    private void guardsOfStatements(TestDatabase on, Path file, List<Unguarded> mutants) throws IOException {
        var known = breaches(on, ON_STATEMENTS, Map.of(file, Mutants.read(file)));
        for (var mutant : mutants) {
            killed(mutant.name(), known, breaches(on, ON_STATEMENTS, Map.of(file, mutant.text())));
        }
    }

    private void indexesAndKeys(TestDatabase on, String table, List<Thing> things) throws IOException, SQLException {
        var statements = new HashMap<Path, String>();
        for (var file : Mutants.mappers()) {
            var text = Mutants.read(file);
            if (text.contains(table)) {
                statements.put(file, text);
            }
        }
        Map<Rulebook, Set<String>> known = new HashMap<>();
        for (var thing : things) {
            for (var rules : List.of(ON_STATEMENTS, ON_SCHEMA)) { // the quicker ones first
                if (!known.containsKey(rules)) {
                    known.put(rules, breaches(on, rules, statements));
                }
                run(on, thing.drop());
                boolean killed;
                try {
                    killed = killed(thing.name(), known.get(rules), breaches(on, rules, statements));
                } finally {
                    run(on, thing.create());
                }
                if (killed) {
                    break;
                }
            }
        }
    }

    private static void run(TestDatabase on, String sql) throws SQLException {
        try (var connection = on.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The breaches in a project of these mapper files and the fragments that all share, each with its rule. */
    private Set<String> breaches(TestDatabase on, Rulebook rules, Map<Path, String> files) throws IOException {
        var copy = Files.createTempDirectory(copies, "mutant");
        try (Stream<Path> shared = Files.walk(Mutants.MAPPERS)) {
            for (var file :
                    shared.filter(path -> path.toString().endsWith(".xml")).toList()) {
                if (!file.toString().endsWith("Mapper.xml")) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        for (var file : files.entrySet()) {
            Files.writeString(copy.resolve(file.getKey().getFileName()), file.getValue());
        }
        var project = Project.named(PROJECT)
                .sources(copy)
                .mappers(copy)
                .mybatis(FreshMyBatis::configuration)
                .applicationRole("ashlar_app")
                .database(on.owner());
        var breaches = new TreeSet<String>();
        for (var verdict : rules.examine(project).verdicts()) {
            verdict.violations().stream()
                    .filter(violation ->
                            !violation.place().element().equals(PROJECT)) // only that nothing is left to look at
                    .forEach(violation -> breaches.add(
                            verdict.rule().id() + "\t" + violation.place().element() + "\t" + violation.message()));
        }
        return breaches;
    }

    private boolean killed(String mutant, Set<String> before, Set<String> after) {
        var killers = after.stream()
                .filter(breach -> !before.contains(breach))
                .map(breach -> breach.substring(0, breach.indexOf('\t')))
                .distinct()
                .collect(joining(", "));
        var test = KillingTest.ALL.get(mutant);
        outcomes.put(
                mutant,
                killers.isEmpty()
                        ? "survived; killed by " + (test == null ? "no test" : test)
                        : "killed by " + killers);
        return !killers.isEmpty();
    }
}
