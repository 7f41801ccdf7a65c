// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleBudgets.PLATFORM;
import static dev.ashlar.ai.domain.SampleBudgets.of;
import static dev.ashlar.ai.domain.SampleBudgets.origin;
import static dev.ashlar.ai.domain.SampleBudgets.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.application.BudgetService;
import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.Budget;
import dev.ashlar.ai.domain.BudgetHold;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Calls that are held and charged side by side on the same budgets. */
@ServiceTest
class BudgetConcurrencyTest {
    private final BudgetCalls calls;

    @Autowired
    BudgetConcurrencyTest(
            BudgetService service,
            Budgets budgets,
            MovableClock clock,
            FreshDatabase.Switch database,
            PlatformTransactionManager transactions) {
        calls = new BudgetCalls(service, budgets, clock, database, transactions);
    }

    @Race(3)
    void tenOf64CallsHoldABudgetForTen() {
        var budget = calls.daily(of(calls.user), "10");

        var outcomes = Together.run(64, () -> calls.held("1"));

        assertThat(outcomes).allSatisfy(BudgetConcurrencyTest::isHeldOrRefused);
        var held = successes(outcomes);
        assertThat(held).hasSize(10);
        assertAmounts(budget, "0", "10");
        assertThat(Together.run(10, number -> () -> calls.charged(held.get(number), number < 5 ? "0.7" : null)))
                .allMatch(Outcome::succeeded);
        assertAmounts(budget, "3.5", "0");
    }

    /** Whatever is held and charged meanwhile, nothing is spent beyond the limit. */
    @Race(3)
    void neverSpendsBeyondTheLimit() {
        var budget = calls.daily(of(calls.user), "10");

        var outcomes = Together.run(64, () -> calls.charged(calls.held("1"), "0.9"));

        assertThat(outcomes).allSatisfy(BudgetConcurrencyTest::isHeldOrRefused);
        assertThat(calls.sql.spent(budget, calls.now))
                .isEqualByComparingTo(new BigDecimal("0.9")
                        .multiply(BigDecimal.valueOf(successes(outcomes).size())))
                .isBetween(new BigDecimal("9"), BigDecimal.TEN);
        assertThat(calls.sql.held(budget, calls.now)).isZero();
    }

    @Test
    void holdsNothingIfTheThirdBudgetRefuses() {
        var provider = calls.sql.provider();
        var first = calls.daily(of(calls.user), "10");
        var second = calls.daily(of(provider), "10");
        var third = calls.daily(of(PLATFORM), "1");
        var origin = origin(calls.user, provider, PLATFORM);

        var outcomes = Together.run(8, () -> calls.held(origin, "2"));

        assertThat(outcomes).noneMatch(Outcome::succeeded).allSatisfy(BudgetConcurrencyTest::isHeldOrRefused);
        assertThat(List.of(first, second, third)).allSatisfy(budget -> assertAmounts(budget, "0", "0"));
        assertThat(Together.run(8, () -> calls.held(origin, "0.5")))
                .filteredOn(Outcome::succeeded)
                .hasSize(2);
        assertThat(List.of(first, second, third)).allSatisfy(budget -> assertAmounts(budget, "0", "1"));
    }

    @Race(10)
    void chargesALateCallWhileItsHoldExpires() {
        var budget = calls.daily(of(calls.user), "10");
        var late = calls.held("4");
        calls.held("3");
        calls.pass(BudgetHold.LIFETIME);

        var outcomes = Together.run(List.<Callable<Object>>of(
                calls.service::expireHolds,
                () -> calls.charged(late, "2.5"),
                calls.service::expireHolds,
                calls.service::expireHolds));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        calls.expireHolds();
        assertAmounts(budget, "2.5", "0");
    }

    /** A killed instance stores nothing of its calls. */
    @Test
    void freesTheHoldsOfAKilledInstance() {
        var budget = calls.daily(of(calls.user), "10");
        IntStream.range(0, 10).forEach(_ -> calls.held("1"));
        assertThat(Together.run(1, () -> calls.held("1"))).noneMatch(Outcome::succeeded);
        calls.expireHolds();
        assertAmounts(budget, "0", "10");

        calls.pass(BudgetHold.LIFETIME);
        calls.expireHolds();

        assertAmounts(budget, "0", "0");
        calls.held("10");
    }

    @Race(5)
    void storesOneBudgetOfATargetAndPeriod() {
        var outcomes = Together.run(8, () -> calls.daily(of(calls.user), "10"));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        calls.daily(of(user()), "10");
        calls.monthly(of(calls.user), "10");
    }

    private void assertAmounts(Budget budget, String spent, String held) {
        assertThat(calls.sql.spent(budget, calls.now)).as("spent").isEqualByComparingTo(spent);
        assertThat(calls.sql.held(budget, calls.now)).as("held").isEqualByComparingTo(held);
        assertThat(calls.sql.holds(budget)).as("holds").isEqualByComparingTo(held);
    }

    private static void isHeldOrRefused(Outcome<?> outcome) {
        if (outcome.failure() != null) {
            assertThat(outcome.failure())
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.type()).isEqualTo(AiProblem.BUDGET_EXCEEDED));
        }
    }

    private static List<InteractionId> successes(List<Outcome<InteractionId>> outcomes) {
        return outcomes.stream()
                .filter(Outcome::succeeded)
                .map(outcome -> Objects.requireNonNull(outcome.value()))
                .toList();
    }
}
