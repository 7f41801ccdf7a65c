// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.Budget;
import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetScope;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Administration of budgets. A user sees the budgets of the own calls. */
@ApplicationService
public class BudgetAdminService {
    private static final String LIST = "ai.budgets";
    private static final String OWN = "ai.own-budgets";
    private static final String WINDOWS = "ai.budget-windows";

    private final Budgets budgets;
    private final BudgetViews views;
    private final BudgetTargets targets;
    private final IdSource ids;
    private final InstantSource clock;

    BudgetAdminService(Budgets budgets, BudgetViews views, BudgetTargets targets, IdSource ids, InstantSource clock) {
        this.budgets = budgets;
        this.views = views;
        this.targets = targets;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Returns budgets, newest first.
     *
     * @param scope kind of calls that the budgets cover; null for all
     * @param user user whose calls the budgets cover; null for budgets of all targets
     */
    public Page<BudgetView> list(Actor actor, @Nullable BudgetScope scope, @Nullable UserId user, PageRequest page) {
        actor.requireAdmin();
        var rows = views.budgets(scope, user, clock.instant(), page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    /** Returns the budgets of the actor as a user, newest first. */
    public Page<BudgetView> own(Actor actor, PageRequest page) {
        var rows = views.budgets(
                BudgetScope.USER, actor.userId(), clock.instant(), page.afterUuid(OWN), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(OWN, row.id()));
    }

    public BudgetView get(Actor actor, BudgetId id) {
        actor.requireAdmin();
        return views.budget(id, clock.instant()).orElseThrow(() -> notFound(id));
    }

    /** Returns the windows of a budget that have had calls, latest first. */
    public Page<BudgetWindowView> windows(Actor actor, BudgetId id, PageRequest page) {
        get(actor, id);
        var rows = views.windows(id, page.afterTime(WINDOWS), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(WINDOWS, row.startsAt()));
    }

    /** Stores a budget that is not open; refuses a second one of a target and period. */
    @Transactional
    public BudgetId add(Actor actor, BudgetTarget target, BudgetPeriod period, BigDecimal limitUsd) {
        actor.requireAdmin();
        targets.requireKnown(target);
        var budget = Budget.of(new BudgetId(ids.next()), target, period, limitUsd, clock.instant());
        budgets.insert(budget);
        return budget.id();
    }

    /** Adds the costs of calls that were stored before a budget, and opens it. May be repeated. */
    @Transactional
    public void open(BudgetId id) {
        budgets.open(id, clock.instant());
    }

    /** Finds a budget that is not open. */
    public Optional<BudgetId> findUnopened() {
        return budgets.findUnopened();
    }

    @Transactional
    public BudgetView edit(Actor actor, BudgetId id, int version, BigDecimal limitUsd) {
        var budget = found(actor, id);
        if (!budgets.update(budget.limitedTo(limitUsd, clock.instant()), version)) {
            throw stale(id);
        }
        return get(actor, id);
    }

    /** Deletes a budget with its windows. */
    @Transactional
    public void delete(Actor actor, BudgetId id, int version) {
        found(actor, id);
        if (!budgets.delete(id, version)) {
            throw stale(id);
        }
    }

    private Budget found(Actor actor, BudgetId id) {
        actor.requireAdmin();
        return budgets.find(id).orElseThrow(() -> notFound(id));
    }

    private static DomainException notFound(BudgetId id) {
        return AiProblem.BUDGET_NOT_FOUND.because(
                "There is no budget " + id.value() + ". List the budgets for their ids.");
    }

    private static DomainException stale(BudgetId id) {
        return KernelProblem.STALE_VERSION.because(
                "Budget " + id.value() + " has changed. Read it again and repeat the change.");
    }
}
