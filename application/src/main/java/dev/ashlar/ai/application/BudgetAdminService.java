// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.AiProviders;
import dev.ashlar.ai.domain.Budget;
import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetScope;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
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
    private final AiProviders providers;
    private final Interactions interactions;
    private final IdSource ids;
    private final InstantSource clock;

    BudgetAdminService(
            Budgets budgets,
            BudgetViews views,
            AiProviders providers,
            Interactions interactions,
            IdSource ids,
            InstantSource clock) {
        this.budgets = budgets;
        this.views = views;
        this.providers = providers;
        this.interactions = interactions;
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
    public Page<BudgetView> listOwn(Actor actor, PageRequest page) {
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

    /** Stores a budget that is not open; refuses a second one of a target and period, an unknown provider, and an erased user. */
    @Transactional
    public BudgetId create(Actor actor, BudgetTarget target, BudgetPeriod period, BigDecimal limitUsd) {
        actor.requireAdmin();
        if (target.providerId() != null) {
            requireProvider(target.providerId());
        }
        var budget = Budget.of(new BudgetId(ids.next()), target, period, limitUsd, clock.instant());
        budgets.insert(budget);
        if (target.userId() != null) {
            requireNotErased(target.userId());
        }
        return budget.id();
    }

    private void requireProvider(AiProviderId provider) {
        if (providers.find(provider).isEmpty()) {
            throw AiProblem.PROVIDER_NOT_FOUND.because(
                    "There is no provider " + provider.value() + ". List the providers for their ids.");
        }
    }

    /** Decides after the insertion, during which no user is erased: an erasure has marked the user, or finds the budget. */
    private void requireNotErased(UserId user) {
        Fields.require(!interactions.notErased(List.of(user)).isEmpty(), "/userId", BudgetWorkflow.NO_ACTIVE_USER);
    }

    /** Adds the costs of calls that were stored before a budget, and opens it. May be repeated. */
    @Transactional
    public void open(BudgetId id) {
        budgets.open(id, clock.instant());
    }

    /** Finds the next budget that is not open, in the order of ids; null to begin. */
    public Optional<BudgetId> findUnopened(@Nullable BudgetId after) {
        return budgets.findUnopened(after);
    }

    @Transactional
    public BudgetView edit(Actor actor, BudgetId id, int version, BigDecimal limitUsd) {
        var budget = found(actor, id);
        boolean isSame = budget.limitedTo(limitUsd, budget.updatedAt()).equals(budget);
        if (isSame
                ? budget.version() != version
                : !budgets.update(budget.limitedTo(limitUsd, clock.instant()), version)) {
            throw KernelProblem.stale("Budget " + id.value(), version);
        }
        return get(actor, id);
    }

    /** Deletes a budget with its windows. */
    @Transactional
    public void delete(Actor actor, BudgetId id, int version) {
        found(actor, id);
        if (!budgets.delete(id, version)) {
            throw KernelProblem.stale("Budget " + id.value(), version);
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
}
