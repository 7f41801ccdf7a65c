// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

class ProfileTest {
    private static final Rule BROKEN = Rule.of("broken", "Nothing is broken.")
            .because("it hurts")
            .mend("mend it")
            .whole(Checkpoint.MAPPER, (project, findings) -> {
                findings.looked();
                findings.violation(Place.of("OrderMapper.page"), "is broken");
            });

    @Test
    void theCoreRunsCoreRulesOnly() {
        assertThat(Rulebook.of(Profile.CORE).rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.profile()).isEqualTo(Profile.CORE));
    }

    @Test
    void strictRunsTheCoreToo() {
        assertThat(Rulebook.standard().rules())
                .containsAll(Rulebook.of(Profile.CORE).rules())
                .extracting(Rule::profile)
                .contains(Profile.STRICT);
    }

    @Test
    void aRuleIsStrictAndAnErrorUnlessItSaysOtherwise() {
        assertThat(BROKEN.profile()).isEqualTo(Profile.STRICT);
        assertThat(BROKEN.severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aPageWithAnUnknownProfileIsRefused() {
        assertThatThrownBy(() -> Rule.of("rule-of-an-unknown-profile"))
                .hasMessage("The page of rule-of-an-unknown-profile names no profile that is known.");
    }

    @Test
    void anErrorFailsInBothProfiles() {
        assertThat(outcomes(core(BROKEN.core()))).containsExactly(AssertionError.class);
        assertThat(outcomes(Rulebook.of(BROKEN).examine(shop()))).containsExactly(AssertionError.class);
    }

    @Test
    void aWarningIsShownInTheCore_andFailsInStrict() {
        var warning = BROKEN.core().warning();

        assertThat(core(warning).broken()).isEmpty();
        assertThat(outcomes(core(warning))).containsExactly(TestAbortedException.class);
        assertThat(outcomes(Rulebook.of(warning).examine(shop()))).containsExactly(AssertionError.class);
    }

    @Test
    void aWaiverOfARuleOutsideTheProfileIsNotIdle() {
        var strict = Rulebook.standard().rules().stream()
                .filter(rule -> rule.profile() == Profile.STRICT)
                .findFirst()
                .orElseThrow();
        var shop = shop().waive(strict.id(), "shop.orders", "old").waive("no-such-rule", "shop.orders", "old");

        assertThat(Rulebook.of(Profile.CORE).only(rule -> false).examine(shop).idleWaivers())
                .extracting(Waiver::rule)
                .containsExactly("no-such-rule");
    }

    private static Report core(Rule rule) {
        return Rulebook.of(Profile.CORE).only(all -> false).and(rule).examine(shop());
    }

    private static Project shop() {
        return Project.named("Shop");
    }

    /** Throwables of the tests that throw. */
    private static List<Class<?>> outcomes(Report report) {
        return report.tests()
                .flatMap(ProfileTest::tests)
                .<Class<?>>mapMulti((test, thrown) -> {
                    try {
                        test.execute();
                    } catch (Throwable failed) {
                        thrown.accept(failed.getClass());
                    }
                })
                .toList();
    }

    private static Stream<Executable> tests(DynamicNode node) {
        return node instanceof DynamicContainer container
                ? container.getChildren().flatMap(ProfileTest::tests)
                : Stream.of(((DynamicTest) node).getExecutable());
    }
}
