// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.identity.People;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.KnownPlatforms;
import dev.ashlar.kernel.application.Workflow;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creation of budgets in two transactions. The first one stores the budget, from whose commit on each call charges it. The second one adds
 * what earlier calls have cost, while calls go on, and opens the budget.
 */
@Workflow
public class BudgetWorkflow {
    private static final Logger LOG = LoggerFactory.getLogger(BudgetWorkflow.class);
    static final String NO_ACTIVE_USER = "must be the id of an active user";

    private final BudgetAdminService budgets;
    private final People people;
    private final KnownPlatforms platforms;

    BudgetWorkflow(BudgetAdminService budgets, People people, KnownPlatforms platforms) {
        this.budgets = budgets;
        this.people = people;
        this.platforms = platforms;
    }

    /** Creates a budget whose current window has spent what its calls have cost so far. */
    public BudgetView create(Actor actor, BudgetTarget target, BudgetPeriod period, BigDecimal limitUsd) {
        actor.requireAdmin();
        requireKnown(target);
        var id = budgets.create(actor, target, period, limitUsd);
        budgets.open(id);
        return budgets.get(actor, id);
    }

    /** Asks identity before the transactions, which may be in another database. The first one finds out about a deletion since. */
    private void requireKnown(BudgetTarget target) {
        if (target.userId() != null) {
            var user = Set.of(target.userId());
            Fields.require(
                    people.lockDeactivated(user).isEmpty()
                            && !people.profiles(user).isEmpty(),
                    "/userId",
                    NO_ACTIVE_USER);
        }
        Fields.require(
                target.platform() == null || platforms.contains(target.platform()),
                "/platform",
                "must be the code of a platform");
    }

    /**
     * Opens budgets whose creation was interrupted; returns their number. One that cannot be opened does not keep the others waiting, and
     * fails the run at its end.
     */
    @Job(name = "ai.open-budgets", every = "1m")
    public int openInterrupted() {
        int opened = 0;
        @Nullable RuntimeException failure = null;
        for (var next = budgets.findUnopened(null); next.isPresent(); next = budgets.findUnopened(next.get())) {
            try {
                budgets.open(next.get());
                opened++;
            } catch (RuntimeException failed) {
                LOG.error("Budget not opened budget={}", next.get().value(), failed);
                failure = failed;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return opened;
    }
}
