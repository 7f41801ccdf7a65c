// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static dev.ashlar.ai.domain.SampleBudgets.NOW;
import static dev.ashlar.ai.domain.SampleBudgets.PLATFORM;
import static dev.ashlar.ai.domain.SampleBudgets.call;
import static dev.ashlar.ai.domain.SampleBudgets.callAt;
import static dev.ashlar.ai.domain.SampleBudgets.daily;
import static dev.ashlar.ai.domain.SampleBudgets.hold;
import static dev.ashlar.ai.domain.SampleBudgets.monthly;
import static dev.ashlar.ai.domain.SampleBudgets.of;
import static dev.ashlar.ai.domain.SampleBudgets.opened;
import static dev.ashlar.ai.domain.SampleBudgets.origin;
import static dev.ashlar.ai.domain.SampleBudgets.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contract of {@link Budgets}. */
public abstract class BudgetsContract {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant TOMORROW = NOW.plus(DAY);
    private static final Instant LAST_MONTH = NOW.minus(Duration.ofDays(20));

    private final UserId user = user();

    protected abstract Budgets budgets();

    /** Returns a provider that is stored. */
    protected abstract AiProviderId provider();

    /** Stores interactions that are charged next. */
    protected abstract void store(List<Interaction> interactions);

    /** Returns what the window of a time has spent, or zero if there is none. */
    protected abstract BigDecimal spent(Budget budget, Instant time);

    /** Returns what the window of a time holds, or zero if there is none. */
    protected abstract BigDecimal held(Budget budget, Instant time);

    @Test
    void returnsTheStoredBudget() {
        for (var budget : List.of(
                daily(of(user), "10"), opened(monthly(of(provider()), "0.00000001")), daily(of(PLATFORM), "0"))) {
            budgets().insert(budget);
            assertThat(budgets().find(budget.id()))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(budget);
        }
        assertThat(budgets().find(daily(of(user), "10").id())).isEmpty();
    }

    @Test
    @Tag("rule-stale-update-refused")
    void updatesTheVersionThatWasRead() {
        var budget = stored(daily(of(user), "10"));
        var next = budget.limitedTo(new BigDecimal("20.5"), TOMORROW);
        assertThat(budgets().update(next, 1)).isFalse();
        assertThat(budgets().update(next, 0)).isTrue();
        assertThat(budgets().update(next, 0)).isFalse();
        assertThat(budgets().find(budget.id())).hasValueSatisfying(found -> {
            assertThat(found.limitUsd()).isEqualByComparingTo("20.5");
            assertThat(found.updatedAt()).isEqualTo(TOMORROW);
            assertThat(found.createdAt()).isEqualTo(NOW);
            assertThat(found.version()).isEqualTo(1);
        });
    }

    @Test
    void deletesTheVersionThatWasReadWithItsHolds() {
        var budget = stored(daily(of(user), "10"));
        var hold = hold(origin(), NOW, "1");
        budgets().hold(hold);
        assertThat(budgets().delete(budget.id(), 1)).isFalse();
        assertThat(budgets().delete(budget.id(), 0)).isTrue();
        assertThat(budgets().delete(budget.id(), 0)).isFalse();
        assertThat(budgets().find(budget.id())).isEmpty();
        assertThat(budgets().expireHolds(hold.expiresAt(), 9)).isZero();
        budgets().charge(List.of(call(hold.interactionId(), origin(), "1")));
        assertThat(spent(budget, NOW)).isZero();
    }

    @Test
    void holdsUpToTheLimit() {
        var budget = stored(daily(of(user), "10"));
        assertThat(budgets().hold(hold(origin(), NOW, "10.00000001")))
                .hasValueSatisfying(refusing ->
                        assertThat(refusing).usingRecursiveComparison().isEqualTo(budget));
        assertThat(budgets().hold(hold(origin(), NOW, "4"))).isEmpty();
        assertThat(budgets().hold(hold(origin(), NOW, "6.00000001"))).isPresent();
        assertThat(budgets().hold(hold(origin(), NOW, "6"))).isEmpty();
        assertThat(budgets().hold(hold(origin(), NOW, "0.00000001"))).isPresent();
        assertThat(budgets().hold(hold(origin(), NOW, "0"))).isEmpty();
        assertThat(held(budget, NOW)).isEqualByComparingTo("10");
        assertThat(spent(budget, NOW)).isZero();
    }

    @Test
    void holdsInTheWindowOfTheCall() {
        var daily = stored(daily(of(user), "10"));
        var monthly = stored(monthly(of(user), "15"));
        assertThat(budgets().hold(hold(origin(), NOW, "10"))).isEmpty();
        assertThat(budgets().hold(hold(origin(), TOMORROW, "5"))).isEmpty();
        assertThat(held(daily, NOW)).isEqualByComparingTo("10");
        assertThat(held(daily, TOMORROW)).isEqualByComparingTo("5");
        assertThat(held(monthly, NOW)).isEqualByComparingTo("15");
        assertThat(budgets().hold(hold(origin(), TOMORROW, "1")))
                .map(Budget::id)
                .contains(monthly.id());
    }

    @Test
    void holdsNothingOfOtherCallsAndOfBudgetsThatAreNotOpen() {
        var others = stored(daily(of(user()), "1"));
        var provider = stored(daily(of(provider()), "1"));
        var platform = stored(daily(of("other"), "1"));
        var notOpen = daily(of(user), "1");
        budgets().insert(notOpen);
        assertThat(budgets().hold(hold(origin(), NOW, "2"))).isEmpty();
        assertThat(List.of(others, provider, platform, notOpen))
                .allSatisfy(budget -> assertThat(held(budget, NOW)).isZero());
    }

    @Test
    void chargesEachBudgetThatCoversACall() {
        var provider = provider();
        var origin = SampleBudgets.origin(user, provider, PLATFORM);
        var covering = List.of(
                stored(daily(of(user), "10")),
                stored(monthly(of(user), "10")),
                stored(daily(of(provider), "10")),
                stored(daily(of(PLATFORM), "10")));
        var others = List.of(stored(daily(of(user()), "10")), stored(daily(of("other"), "10")));
        budgets()
                .charge(List.of(
                        call(callAt(NOW), origin, "1.00000001"),
                        call(callAt(NOW), origin, "2"),
                        call(callAt(NOW), origin, null)));
        assertThat(covering).allSatisfy(budget -> assertThat(spent(budget, NOW)).isEqualByComparingTo("3.00000001"));
        assertThat(others).allSatisfy(budget -> assertThat(spent(budget, NOW)).isZero());
    }

    @Test
    void chargesTheWindowOfTheCallAlsoPastTheLimit() {
        var daily = stored(daily(of(user), "1"));
        var monthly = stored(monthly(of(user), "1"));
        budgets()
                .charge(List.of(
                        call(callAt(NOW), origin(), "2"),
                        call(callAt(NOW.minus(DAY)), origin(), "4"),
                        call(callAt(TOMORROW), origin(), "8")));
        budgets().charge(List.of(call(callAt(TOMORROW), origin(), "16")));
        assertThat(spent(daily, NOW)).isEqualByComparingTo("2");
        assertThat(spent(daily, TOMORROW)).isEqualByComparingTo("24");
        assertThat(spent(monthly, NOW)).isEqualByComparingTo("30");
    }

    @Test
    void chargesNoWindowBeforeTheBudget() {
        var daily = stored(daily(of(user), "10"));
        var monthly = stored(monthly(of(user), "10"));
        budgets().charge(List.of(call(callAt(NOW.minus(DAY)), origin(), "1"), call(callAt(LAST_MONTH), origin(), "2")));
        assertThat(spent(daily, NOW.minus(DAY))).isZero();
        assertThat(spent(monthly, LAST_MONTH)).isZero();
        assertThat(spent(monthly, NOW)).isEqualByComparingTo("1");
    }

    @Test
    void chargesBudgetsThatAreNotOpen() {
        var budget = daily(of(user), "10");
        budgets().insert(budget);
        budgets().charge(List.of(call(callAt(NOW), origin(), "3")));
        assertThat(spent(budget, NOW)).isEqualByComparingTo("3");
    }

    @Test
    void opensWithTheCostsOfEarlierCalls() {
        var origin = SampleBudgets.origin(user, provider(), PLATFORM);
        var others = SampleBudgets.origin(user(), provider(), "other");
        record(call(callAt(LAST_MONTH), origin, "1"), call(callAt(NOW.minus(DAY)), origin, "2"));
        record(call(callAt(NOW), origin, "4"), call(callAt(NOW), others, "8"), call(callAt(NOW), origin, null));
        var today = new BigDecimal("4");
        for (var target : List.of(of(user), of(origin.providerId()), of(PLATFORM))) {
            var daily = daily(target, "10");
            var monthly = monthly(target, "10");
            budgets().insert(daily);
            budgets().insert(monthly);
            record(call(callAt(NOW), origin, "0.5"), call(callAt(NOW.minus(DAY)), origin, null));
            assertThat(spent(daily, NOW)).isEqualByComparingTo("0.5");
            budgets().open(daily.id(), TOMORROW);
            budgets().open(monthly.id(), TOMORROW);
            budgets().open(monthly.id(), TOMORROW);
            today = today.add(new BigDecimal("0.5"));
            assertThat(spent(daily, NOW)).isEqualByComparingTo(today);
            assertThat(spent(daily, NOW.minus(DAY))).isZero();
            assertThat(spent(monthly, NOW)).isEqualByComparingTo(today.add(new BigDecimal("2")));
            assertThat(spent(monthly, LAST_MONTH)).isZero();
        }
    }

    @Test
    void holdsCallsOnceItIsOpen() {
        var budget = daily(of(user), "1");
        budgets().insert(budget);
        assertThat(budgets().findUnopened(null)).contains(budget.id());
        assertThat(budgets().findUnopened(budget.id())).isEmpty();
        assertThat(budgets().hold(hold(origin(), NOW, "2"))).isEmpty();
        budgets().open(budget.id(), TOMORROW);
        assertThat(budgets().findUnopened(null)).isEmpty();
        assertThat(budgets().hold(hold(origin(), NOW, "2"))).isPresent();
        budgets().open(budget.id(), NOW);
        assertThat(budgets().find(budget.id())).hasValueSatisfying(found -> {
            assertThat(found.openedAt()).isEqualTo(TOMORROW);
            assertThat(found.version()).isZero();
        });
        budgets().open(daily(of(user), "1").id(), NOW);
    }

    @Test
    void endsTheHoldsOfAChargedCall() {
        var daily = stored(daily(of(user), "10"));
        var monthly = stored(monthly(of(PLATFORM), "10"));
        var charged = hold(origin(), NOW, "4");
        var failed = hold(origin(), NOW, "3");
        var running = hold(origin(), NOW, "2");
        assertThat(List.of(charged, failed, running))
                .allSatisfy(hold -> assertThat(budgets().hold(hold)).isEmpty());
        budgets()
                .charge(List.of(
                        call(charged.interactionId(), origin(), "1.5"), call(failed.interactionId(), origin(), null)));
        assertThat(List.of(daily, monthly)).allSatisfy(budget -> {
            assertThat(spent(budget, NOW)).isEqualByComparingTo("1.5");
            assertThat(held(budget, NOW)).isEqualByComparingTo("2");
        });
        assertThat(budgets().expireHolds(running.expiresAt(), 9)).isEqualTo(2);
    }

    @Test
    void freesExpiredHoldsInBatches() {
        var budget = stored(daily(of(user), "10"));
        var first = hold(origin(), NOW, "1");
        var second = hold(origin(), NOW, "2");
        var later = hold(origin(), NOW.plusSeconds(1), "4");
        assertThat(List.of(first, second, later))
                .allSatisfy(hold -> assertThat(budgets().hold(hold)).isEmpty());
        assertThat(budgets().expireHolds(first.expiresAt().minusMillis(1), 9)).isZero();
        assertThat(budgets().expireHolds(first.expiresAt(), 1)).isEqualTo(1);
        assertThat(budgets().expireHolds(first.expiresAt(), 9)).isEqualTo(1);
        assertThat(budgets().expireHolds(first.expiresAt(), 9)).isZero();
        assertThat(held(budget, NOW)).isEqualByComparingTo("4");
    }

    @Test
    void chargesACallWhoseHoldHasExpired() {
        var budget = stored(daily(of(user), "10"));
        var late = hold(origin(), NOW, "4");
        budgets().hold(late);
        budgets().expireHolds(late.expiresAt(), 9);
        budgets().charge(List.of(call(late.interactionId(), origin(), "3")));
        assertThat(spent(budget, NOW)).isEqualByComparingTo("3");
        assertThat(held(budget, NOW)).isZero();
    }

    @Test
    void erasesTheBudgetsOfOnePerson() {
        var daily = stored(daily(of(user), "10"));
        var monthly = stored(monthly(of(user), "10"));
        var others = stored(daily(of(user()), "10"));
        budgets().hold(hold(origin(), NOW, "4"));
        budgets().erase(user);
        budgets().erase(user);
        assertThat(budgets().find(daily.id())).isEmpty();
        assertThat(budgets().find(monthly.id())).isEmpty();
        assertThat(budgets().find(others.id())).isPresent();
        assertThat(spent(daily, NOW)).isZero();
    }

    private Budget stored(Budget budget) {
        var opened = opened(budget);
        budgets().insert(opened);
        return opened;
    }

    private void record(Interaction... interactions) {
        store(List.of(interactions));
        budgets().charge(List.of(interactions));
    }

    private InteractionOrigin origin() {
        return SampleBudgets.origin(user, provider(), PLATFORM);
    }
}
