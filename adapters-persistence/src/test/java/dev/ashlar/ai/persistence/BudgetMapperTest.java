// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.Budget;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.BudgetsContract;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper BudgetMapper.addEarlierCosts owner", test = "opensWithTheCostsOfEarlierCalls")
@Kills(mutant = "mapper BudgetMapper.remove version", test = "deletesTheVersionThatWasReadWithItsHolds")
class BudgetMapperTest extends BudgetsContract {
    private final Budgets budgets;
    private final Interactions interactions;
    private final BudgetJdbc sql;

    @Autowired
    BudgetMapperTest(Budgets budgets, Interactions interactions, JdbcClient jdbc) {
        this.budgets = budgets;
        this.interactions = interactions;
        this.sql = new BudgetJdbc(jdbc);
    }

    @Override
    protected Budgets budgets() {
        return budgets;
    }

    @Override
    protected AiProviderId provider() {
        return sql.provider();
    }

    @Override
    protected void store(List<Interaction> calls) {
        interactions.insert(calls);
    }

    @Override
    protected BigDecimal spent(Budget budget, Instant time) {
        return sql.spent(budget, time);
    }

    @Override
    protected BigDecimal held(Budget budget, Instant time) {
        return sql.held(budget, time);
    }
}
