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

/**
 * Creation of budgets in two transactions. The first one stores the budget, from whose commit on each call charges it. The second one adds
 * what earlier calls have cost, while calls go on, and opens the budget.
 */
@Workflow
public class BudgetWorkflow {
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
    public BudgetView add(Actor actor, BudgetTarget target, BudgetPeriod period, BigDecimal limitUsd) {
        actor.requireAdmin();
        requireKnown(target);
        var id = budgets.add(actor, target, period, limitUsd);
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

    /** Opens a budget whose creation was interrupted; returns the number of budgets opened. */
    @Job(name = "ai.open-budgets", every = "1m")
    public int openNext() {
        var unopened = budgets.findUnopened();
        unopened.ifPresent(budgets::open);
        return unopened.isPresent() ? 1 : 0;
    }
}
