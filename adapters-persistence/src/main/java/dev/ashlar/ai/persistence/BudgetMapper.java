package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.Budget;
import dev.ashlar.ai.domain.BudgetHold;
import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.kernel.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.jspecify.annotations.Nullable;

/**
 * {@link Budgets} in {@code ai.ai_budgets}, {@code ai.ai_budget_windows} and {@code ai.ai_budget_holds}.
 *
 * <p>Statements that add or remove budgets lock the budgets exclusively, those that hold and charge share the lock. It is a separate
 * statement, because only the next one sees what was committed while it waited. Windows are locked in the order of their keys, after
 * holds.
 */
@Mapper
interface BudgetMapper extends Budgets {
    @Override
    default void insert(Budget budget) {
        lockBudgets();
        add(budget);
    }

    /** The row of the budget stays locked, so that another transaction that wants to open it adds nothing. */
    @Override
    default void open(BudgetId id, Instant now) {
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
        shareBudgets();
        book(stored.stream().map(Cost::of).toList());
    }

    String lockBudgets();

    String shareBudgets();

    void add(Budget budget);

    Optional<Budget> markOpened(BudgetId id, Instant now);

    void addEarlierCosts(Budget budget, Instant from);

    boolean remove(BudgetId id, int expectedVersion);

    void removeAll(UserId person);

    Optional<Budget> holdEach(BudgetHold hold, InteractionOrigin origin);

    void book(List<Cost> stored);

    /** Columns of an interaction that budgets need. */
    record Cost(
            InteractionId id,
            UserId userId,
            AiProviderId providerId,
            String platform,
            Instant createdAt,
            @Nullable BigDecimal costUsd) {
        static Cost of(Interaction interaction) {
            var origin = interaction.origin();
            return new Cost(
                    interaction.id(),
                    origin.userId(),
                    origin.providerId(),
                    origin.platform(),
                    interaction.createdAt(),
                    interaction.costUsd());
        }
    }
}
