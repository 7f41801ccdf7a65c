// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleBudgets.PLATFORM;
import static dev.ashlar.ai.domain.SampleBudgets.call;
import static dev.ashlar.ai.domain.SampleBudgets.callAt;
import static dev.ashlar.ai.domain.SampleBudgets.opened;
import static dev.ashlar.ai.domain.SampleBudgets.origin;
import static dev.ashlar.ai.domain.SampleBudgets.user;

import dev.ashlar.ai.application.BudgetService;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.Budget;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.SampleBudgets;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls of one user at one time, held and charged in transactions as those of the application, in a database without other budgets. */
final class BudgetCalls {
    final UserId user = user();
    final InteractionOrigin origin = origin(user, new AiProviderId(user.value()), PLATFORM);
    final Instant now;
    final BudgetService service;
    final BudgetJdbc sql;
    private final Budgets budgets;
    private final MovableClock clock;
    private final TransactionTemplate transaction;

    BudgetCalls(
            BudgetService service,
            Budgets budgets,
            MovableClock clock,
            FreshDatabase.Switch database,
            PlatformTransactionManager transactions) {
        this.service = service;
        this.budgets = budgets;
        this.clock = clock;
        this.now = clock.instant();
        this.transaction = new TransactionTemplate(transactions);
        var psql = database.database().psql();
        psql.sql("DELETE FROM ai.ai_budgets").update();
        this.sql = new BudgetJdbc(psql);
    }

    Budget daily(BudgetTarget target, String limit) {
        return stored(SampleBudgets.budget(target, BudgetPeriod.DAY, limit, now));
    }

    Budget monthly(BudgetTarget target, String limit) {
        return stored(SampleBudgets.budget(target, BudgetPeriod.MONTH, limit, now));
    }

    InteractionId held(String amount) {
        return held(origin, amount);
    }

    InteractionId held(InteractionOrigin origin, String amount) {
        var id = callAt(now);
        service.hold(origin, id, new BigDecimal(amount));
        return id;
    }

    InteractionId charged(InteractionId id, @Nullable String cost) {
        charge(List.of(call(id, origin, cost)));
        return id;
    }

    /** Charges under the shared lock, which a transaction has that stores interactions. */
    void charge(List<Interaction> stored) {
        transaction.executeWithoutResult(_ -> {
            ((BudgetMapper) budgets).shareBudgets();
            budgets.charge(stored);
        });
    }

    boolean delete(Budget budget) {
        return Boolean.TRUE.equals(transaction.execute(_ -> budgets.delete(budget.id(), 0)));
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    /** Frees all holds that have expired. */
    void expireHolds() {
        while (service.expireHolds() > 0) {}
    }

    private Budget stored(Budget budget) {
        var opened = opened(budget);
        transaction.executeWithoutResult(_ -> budgets.insert(opened));
        return opened;
    }
}
