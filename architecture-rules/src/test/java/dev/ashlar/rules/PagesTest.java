// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import liquibase.Scope;
import liquibase.SingletonScopeManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Pages of the rules are true: each check of each rule catches an example of the rule's page that is said to break it, reports what the
 * page says, and lets one pass that is said to keep it. For a few rules only: {@code -Donly=select-star,n-plus-one}. Examples have
 * nothing in common, so that several are tried at once: one more than there are processors, since they wait for PostgreSQL.
 */
class PagesTest {
    /** Rules that tell what the others pass over: an example that breaks one of them unnoticed may prove nothing. */
    private static final Set<String> ON_WHAT_IS_READ = Set.of("prepared-statements", "readable-changesets");

    private final Rulebook rulebook = Rulebook.standard();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors() + 1, PagesTest::withOwnLiquibase);

    @BeforeAll
    static void forgetExamplesOfTheRunBefore() throws IOException {
        for (var left : List.of(Path.of("target/pages"), Example.CLASS_PATH.resolve("pages"))) {
            FileSystemUtils.deleteRecursively(left);
        }
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    /** Liquibase keeps one history of changesets for each scope, and a thread has the scope of the one that starts it. */
    private static Thread withOwnLiquibase(Runnable proofs) {
        return new Thread(() -> {
            Scope.setScopeManager(new SingletonScopeManager());
            proofs.run();
        });
    }

    @TestFactory
    List<DynamicNode> pagesAreTrue() {
        return Page.ALL.stream()
                .<DynamicNode>map(page -> dynamicContainer(page.rule(), proofs(rule(page.rule()), page)))
                .toList();
    }

    private Rule rule(String name) {
        return rulebook.rules().stream()
                .filter(rule -> rule.id().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<DynamicNode> proofs(Rule rule, Page page) {
        var tests = new ArrayList<DynamicNode>();
        var caught = new HashSet<Check>();
        var passed = new HashSet<Check>();
        tests.add(dynamicTest(
                "the page begins with the rule", () -> assertThat(page.head()).startsWith(PageHead.of(rule))));
        for (var example : page.examples()) {
            var proof = threads.submit(() -> example.breaks() ? catchers(rule, example) : passers(rule, example));
            tests.add(dynamicTest(example.name(), () -> (example.breaks() ? caught : passed).addAll(resultOf(proof))));
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

    private Set<Check> catchers(Rule rule, Example example) {
        var project = example.project();
        var catchers = new HashSet<Check>();
        var violations = new ArrayList<Violation>();
        for (var check : rule.checks()) {
            var verdict = Rulebook.examine(project, rule, check);
            if (verdict.looked() > 0 && !verdict.holds()) {
                catchers.add(check);
                violations.addAll(verdict.violations());
            }
        }
        assertThat(catchers).as("caught by").isNotEmpty();
        violations.addAll(passedOver(rule, project));
        assertThatPageNames(example, Finding.of(example, violations));
        return catchers;
    }

    /** Holds the lines of the page against the findings: each line is one of them, and none is left. */
    private static void assertThatPageNames(Example example, List<Finding> findings) {
        var unnamed = new ArrayList<>(findings);
        for (var line : example.findings()) {
            var named =
                    unnamed.stream().filter(finding -> finding.isCalled(line)).findFirst();
            assertThat(named).as("%s, as one of %s", line, findings).isPresent();
            unnamed.remove(named.get());
        }
        assertThat(unnamed).as("findings that the page does not name").isEmpty();
    }

    /** Findings on what the rule passes over, each after the name of the rule that tells it. */
    private List<Violation> passedOver(Rule rule, Project project) {
        return ON_WHAT_IS_READ.stream()
                .filter(name -> !name.equals(rule.id()))
                .map(this::rule)
                .flatMap(telling -> telling.checks().stream()
                        .map(check -> Rulebook.examine(project, telling, check))
                        .filter(verdict -> verdict.looked() > 0)
                        .flatMap(verdict -> verdict.violations().stream())
                        .map(violation -> new Violation(violation.place(), telling.id() + ": " + violation.message())))
                .toList();
    }

    private Set<Check> passers(Rule rule, Example example) {
        var project = example.project();
        var passers = new HashSet<Check>();
        for (var check : rule.checks()) {
            var verdict = Rulebook.examine(project, rule, check);
            if (verdict.looked() > 0) {
                assertThat(verdict.holds()).as(verdict.explanation()).isTrue();
                passers.add(check);
            }
        }
        assertThat(passers).as("let pass by").isNotEmpty();
        assertThatPageNames(example, Finding.of(example, passedOver(rule, project)));
        return passers;
    }

    @Test
    void everyRuleHasAPage() {
        assertThat(Page.rules())
                .containsExactlyInAnyOrderElementsOf(
                        rulebook.rules().stream().map(Rule::id).toList());
    }

    @Test
    void everySectionOfTheShopIsLinkedTo() throws IOException {
        var linked = new HashSet<String>();
        for (var rule : Page.rules()) {
            Files.readAllLines(Page.of(rule)).forEach(line -> linked.addAll(SharedBlocks.linksIn(line)));
        }
        assertThat(linked).isEqualTo(SharedBlocks.anchors());
    }

    @Test
    void everyExampleHasANameOfItsOwn() {
        assertThat(Page.ALL)
                .allSatisfy(page ->
                        assertThat(page.examples()).extracting(Example::name).doesNotHaveDuplicates());
    }

    @Test
    void everyRuleSaysWhyAndHowToMend() {
        assertThat(rulebook.rules()).allSatisfy(rule -> {
            assertThat(rule.sentence()).endsWith(".");
            assertThat(rule.because()).isNotBlank();
            assertThat(rule.mend()).isNotBlank();
            assertThat(rule.checks()).isNotEmpty();
        });
    }
}
