// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.java;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.rules.Check;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.Rulebook;
import dev.ashlar.rules.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A package that a rule or a project names must be there: ArchUnit alone does not notice a misspelled target. */
class PackagePatternsTest {
    private static final String SHOP = "com.example.layers";

    @Test
    void aRuleOfArchUnitsCountsWhatItLooksAtAndSaysWhereItIsBroken() {
        var verdict = examine(ArchUnitCheck.of(
                classes().that().resideInAPackage("..web.."),
                never(dependOnClassesThat(resideInAnyPackage("..orders.application..")))));

        assertThat(verdict.looked()).isEqualTo(1);
        assertThat(verdict.explanation()).contains("OrderController.java:").contains("OrderService");
    }

    @Test
    void aMisspelledTargetIsABreach() {
        var verdict = examine(ArchUnitCheck.of(
                classes().that().resideInAPackage("..web.."),
                never(dependOnClassesThat(resideInAnyPackage("..orders.aplication..")))));

        assertThat(verdict.explanation()).contains("\"..orders.aplication..\"").contains("matches no class");
    }

    @Test
    void soItIsInARuleThatAProjectBrings() {
        var rule = noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..wbe..");

        assertThat(examine(ArchUnitCheck.of(rule)).explanation())
                .contains("\"..wbe..\"")
                .contains("matches no class");
    }

    @Test
    void aRuleThatMatchesNothingFails() {
        var verdict = examine(ArchUnitCheck.of(
                classes().that().haveSimpleName("Nobody"), never(dependOnClassesThat(resideInAnyPackage("..web..")))));

        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.explanation()).contains("found nothing to look at");
    }

    @Test
    void whatAGridAllowsMustBeUsed() {
        assertThat(standard("domain-whitelist", Grid.of(SHOP).domainMayUse("org.javamoney..")))
                .contains("The grid allows \"org.javamoney..\", which nothing uses.");
        assertThat(standard("application-whitelist", Grid.of(SHOP).applicationMayUse("org.quartz..")))
                .contains("The grid allows \"org.quartz..\", which nothing uses.");
        assertThat(standard("no-standard-streams", Grid.of(SHOP).terminal("..cli..")))
                .contains("\"..cli..\" matches no class");
    }

    private static String standard(String id, Grid grid) {
        var rules = Rulebook.standard().only(rule -> rule.id().equals(id));
        return rules.examine(shop(grid)).verdicts().getFirst().explanation();
    }

    private static Verdict examine(Check check) {
        var rule =
                Rule.of("tried", "It holds.").because("of this test").mend("it").with(check);
        return Rulebook.of(rule).examine(shop(Grid.of(SHOP))).verdicts().getFirst();
    }

    private static Project shop(Grid grid) {
        return Project.named("Shop")
                .sources(Path.of("src/test/java", SHOP.replace('.', '/')))
                .classes(SHOP)
                .grid(grid);
    }
}
