// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.ai.application.BudgetAdminService;
import dev.ashlar.ai.application.BudgetWorkflow;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetScope;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import java.math.BigDecimal;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Budget of a month for the language models that the default platform calls. */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoBudget extends DemoSeed {
    private static final BigDecimal LIMIT = new BigDecimal("100");

    private final DemoPeople people;
    private final BudgetAdminService budgets;
    private final BudgetWorkflow workflow;

    DemoBudget(DemoPeople people, BudgetAdminService budgets, BudgetWorkflow workflow) {
        super("demo budget");
        this.people = people;
        this.budgets = budgets;
        this.workflow = workflow;
    }

    @Override
    public void run() {
        var admin = people.actor(DemoPerson.ADMIN);
        var platform = BudgetScope.PLATFORM;
        if (budgets.list(admin, platform, null, new PageRequest(1, null))
                .items()
                .isEmpty()) {
            var target = new BudgetTarget(platform, null, null, Actor.DEFAULT_PLATFORM);
            workflow.create(admin, target, BudgetPeriod.MONTH, LIMIT);
        }
    }
}
