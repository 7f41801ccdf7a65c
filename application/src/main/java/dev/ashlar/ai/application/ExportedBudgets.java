// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import org.springframework.stereotype.Component;

/** Budgets of a person's calls, with their current windows. */
@Component
class ExportedBudgets implements PersonalData {
    private final BudgetAdminService budgets;

    ExportedBudgets(BudgetAdminService budgets) {
        this.budgets = budgets;
    }

    @Override
    public String name() {
        return "aiBudgets";
    }

    @Override
    public Page<BudgetView> page(Actor owner, PageRequest request) {
        return budgets.listOwn(owner, request);
    }
}
