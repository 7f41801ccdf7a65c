// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.Budget;
import dev.ashlar.ai.domain.BudgetHold;
import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.kernel.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Mapper;

/**
 * {@link Budgets} in {@code ai.ai_budgets}, {@code ai.ai_budget_windows} and {@code ai.ai_budget_holds}.
 *
 * <p>Statements that add or remove budgets lock the budgets exclusively, those that hold share the lock, as do those that store interactions and
 * then charge. It is a separate statement, because only the next one sees what was committed while it waited. Windows are locked in the order
 * of their keys, after holds.
 */
@Mapper
interface BudgetMapper extends Budgets {
    @Override
    default void insert(Budget budget) {
        lockBudgets();
        add(budget);
    }

    /**
     * The row of the budget stays locked, so that another transaction that wants to open it adds nothing. Statements have more time than
     * usual, because a month of calls is summed up, and nobody waits for the lock but others that open the budget.
     */
    @Override
    default void open(BudgetId id, Instant now) {
        setTimeout();
        markOpened(id, now)
                .ifPresent(budget -> addEarlierCosts(
                        budget, budget.period().windowAt(budget.createdAt()).from()));
    }

    @Override
    default boolean delete(BudgetId id, int expectedVersion) {
        lockBudgets();
        return remove(id, expectedVersion);
    }

    @Override
    default void erase(UserId person) {
        lockBudgets();
        removeAll(person);
    }

    @Override
    default Optional<Budget> hold(BudgetHold hold) {
        shareBudgets();
        return holdEach(hold, hold.origin());
    }

    @Override
    default void charge(List<Interaction> stored) {
        book(stored.stream().map(Interaction::id).toList(), DayCost.of(stored));
    }

    String setTimeout();

    String lockBudgets();

    String shareBudgets();

    void add(Budget budget);

    Optional<Budget> markOpened(BudgetId id, Instant now);

    void addEarlierCosts(Budget budget, Instant from);

    boolean remove(BudgetId id, int expectedVersion);

    void removeAll(UserId person);

    Optional<Budget> holdEach(BudgetHold hold, InteractionOrigin origin);

    void book(List<InteractionId> stored, Collection<DayCost> days);

    /** Cost of all calls of a user, a provider and a platform on one day (UTC). Sums keep the statement small for any number of calls. */
    record DayCost(UserId userId, AiProviderId providerId, String platform, Instant day, BigDecimal costUsd) {
        static Collection<DayCost> of(List<Interaction> stored) {
            return stored.stream()
                    .map(DayCost::of)
                    .collect(Collectors.toMap(day -> day.costing(BigDecimal.ZERO), Function.identity(), DayCost::plus))
                    .values();
        }

        private static DayCost of(Interaction interaction) {
            var origin = interaction.origin();
            return new DayCost(
                    origin.userId(),
                    origin.providerId(),
                    origin.platform(),
                    BudgetPeriod.DAY.windowAt(interaction.createdAt()).from(),
                    Objects.requireNonNullElse(interaction.costUsd(), BigDecimal.ZERO));
        }

        private DayCost plus(DayCost other) {
            return costing(costUsd.add(other.costUsd));
        }

        private DayCost costing(BigDecimal cost) {
            return new DayCost(userId, providerId, platform, day, cost);
        }
    }
}
