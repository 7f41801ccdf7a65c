package dev.ashlar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each check of each rule catches a fixture that is made to be caught, and lets one pass that is made to pass. For a few rules
 * only: {@code -Donly=62,63}.
 */
class FixturesTest {
    private static final List<String> ONLY = Stream.of(
                    System.getProperty("only", "").split(","))
            .filter(id -> !id.isEmpty())
            .toList();

    private final Rulebook rulebook = Rulebook.standard();

    @TestFactory
    Stream<DynamicNode> rulesAreProven() {
        return rulebook.rules().stream()
                .filter(rule -> !rule.checks().isEmpty())
                .filter(rule -> ONLY.isEmpty() || ONLY.contains(rule.id()))
                .map(rule -> dynamicContainer(rule.id() + " " + rule.sentence(), proofs(rule)));
    }

    private static List<DynamicNode> proofs(Rule rule) {
        var tests = new ArrayList<DynamicNode>();
        var caught = new HashSet<Check>();
        var passed = new HashSet<Check>();
        for (var fixture : Fixture.of(rule)) {
            tests.add(dynamicTest(fixture.name(), () -> {
                if (fixture.mustBeCaught()) {
                    caught.addAll(catchers(rule, fixture));
                } else {
                    passed.addAll(passers(rule, fixture));
                }
            }));
        }
        tests.add(dynamicTest("every check has caught one and let one pass", () -> {
            assertThat(caught).as("checks of %s proven to fail", rule.id()).containsAll(rule.checks());
            assertThat(passed).as("checks of %s proven to pass", rule.id()).containsAll(rule.checks());
        }));
        return tests;
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
