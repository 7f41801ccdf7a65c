package dev.ashlar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each check of each rule catches a fixture that is made to be caught, and lets one pass that is made to pass. For a few rules
 * only: {@code -Donly=select-star,n-plus-one}. Fixtures have nothing in common, so that as many are tried at once as there are processors.
 */
class FixturesTest {
    private static final List<String> ONLY = Stream.of(
                    System.getProperty("only", "").split(","))
            .filter(id -> !id.isEmpty())
            .toList();

    private final Rulebook rulebook = Rulebook.standard();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    /** Liquibase keeps one history of changesets for the whole process. */
    private final ExecutorService migrations = Executors.newSingleThreadExecutor();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
        migrations.shutdownNow();
    }

    @TestFactory
    List<DynamicNode> rulesAreProven() {
        return rulebook.rules().stream()
                .filter(rule -> !rule.checks().isEmpty())
                .filter(rule -> ONLY.isEmpty() || ONLY.contains(rule.id()))
                .<DynamicNode>map(rule -> dynamicContainer(rule.id() + " " + rule.sentence(), proofs(rule)))
                .toList();
    }

    private List<DynamicNode> proofs(Rule rule) {
        var tests = new ArrayList<DynamicNode>();
        var caught = new HashSet<Check>();
        var passed = new HashSet<Check>();
        for (var fixture : Fixture.of(rule)) {
            var proof = (fixture.hasChangelogs() ? migrations : threads)
                    .submit(() -> fixture.mustBeCaught() ? catchers(rule, fixture) : passers(rule, fixture));
            tests.add(dynamicTest(
                    fixture.name(), () -> (fixture.mustBeCaught() ? caught : passed).addAll(resultOf(proof))));
        }
        tests.add(dynamicTest("every check has caught one and let one pass", () -> {
            assertThat(caught).as("checks of %s proven to fail", rule.id()).containsAll(rule.checks());
            assertThat(passed).as("checks of %s proven to pass", rule.id()).containsAll(rule.checks());
        }));
        return tests;
    }

    private static Set<Check> resultOf(Future<Set<Check>> proof) throws Throwable {
        try {
            return proof.get();
        } catch (ExecutionException failed) {
            throw failed.getCause();
        }
    }

    private static Set<Check> catchers(Rule rule, Fixture fixture) {
        var project = fixture.project();
        var catchers = new HashSet<Check>();
        var report = new StringBuilder();
        for (var check : rule.checks()) {
            var verdict = Rulebook.examine(project, rule, check);
            if (verdict.looked() > 0 && !verdict.holds()) {
                catchers.add(check);
                report.append(verdict.explanation());
            }
        }
        assertThat(catchers).as("caught by").isNotEmpty();
        assertThat(report.toString()).contains(fixture.expected());
        return catchers;
    }

    private static Set<Check> passers(Rule rule, Fixture fixture) {
        var project = fixture.project();
        var passers = new HashSet<Check>();
        for (var check : rule.checks()) {
            var verdict = Rulebook.examine(project, rule, check);
            if (verdict.looked() > 0) {
                assertThat(verdict.holds()).as(verdict.explanation()).isTrue();
                passers.add(check);
            }
        }
        assertThat(passers).as("let pass by").isNotEmpty();
        return passers;
    }

    @Test
    void everyFixtureBelongsToARule() {
        assertThat(Fixture.list(Fixture.ROOT))
                .extracting(path -> path.getFileName().toString())
                .isSubsetOf(rulebook.rules().stream().map(Rule::id).toList());
    }

    @Test
    void everyRuleSaysWhyAndHowToMend() {
        assertThat(rulebook.rules()).allSatisfy(rule -> {
            assertThat(rule.sentence()).endsWith(".");
            assertThat(rule.because()).isNotBlank();
            assertThat(rule.mend()).isNotBlank();
            assertThat(rule.checks().isEmpty()).isEqualTo(rule.open() != null);
        });
    }
}
