// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import java.math.BigDecimal;

/**
 * Creation of budgets in two transactions. The first one stores the budget, from whose commit on each call charges it. The second one adds
 * what earlier calls have cost, while calls go on, and opens the budget.
 */
@Workflow
public class BudgetWorkflow {
    private final BudgetAdminService budgets;

    BudgetWorkflow(BudgetAdminService budgets) {
        this.budgets = budgets;
    }

    /** Creates a budget whose current window has spent what its calls have cost so far. */
    public BudgetView add(Actor actor, BudgetTarget target, BudgetPeriod period, BigDecimal limitUsd) {
        var id = budgets.add(actor, target, period, limitUsd);
        budgets.open(id);
        return budgets.get(actor, id);
    }

    /** Opens a budget whose creation was interrupted; returns the number of budgets opened. */
    @Job(name = "ai.open-budgets", every = "1m")
    public int openNext() {
        var unopened = budgets.findUnopened();
        unopened.ifPresent(budgets::open);
        return unopened.isPresent() ? 1 : 0;
    }
}
