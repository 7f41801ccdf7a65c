// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

class InMemoryBudgetsTest extends BudgetsContract {
    private final InMemoryBudgets budgets = new InMemoryBudgets();

    @Override
    protected Budgets budgets() {
        return budgets;
    }

    @Override
    protected AiProviderId provider() {
        return new AiProviderId(SampleBudgets.user().value());
    }

    @Override
    protected void store(List<Interaction> interactions) {
        // Charging remembers them.
    }

    @Override
    protected BigDecimal spent(Budget budget, Instant time) {
        return budgets.spent(budget, time);
    }

    @Override
    protected BigDecimal held(Budget budget, Instant time) {
        return budgets.held(budget, time);
    }
}
