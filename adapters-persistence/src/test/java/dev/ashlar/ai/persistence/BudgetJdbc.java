// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.Budget;
import dev.ashlar.ai.domain.SampleBudgets;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Windows and holds of budgets, and providers for them, in plain SQL. */
final class BudgetJdbc {
    private final JdbcClient jdbc;

    BudgetJdbc(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a provider that nothing else uses. */
    AiProviderId provider() {
        var id = new AiProviderId(SampleBudgets.user().value());
        jdbc.sql("""
                        INSERT INTO ai.ai_providers (id, name, type, base_url, auth_type, settings, created_at, updated_at)
                        VALUES (:id, :name, 'compatible', 'http://localhost', 'none', '{"models": []}', now(), now())""")
                .param("id", id.value())
                .param("name", id.value().toString())
                .update();
        return id;
    }

    BigDecimal spent(Budget budget, Instant time) {
        return amount("spent_usd", budget, time);
    }

    BigDecimal held(Budget budget, Instant time) {
        return amount("held_usd", budget, time);
    }

    /** Returns the sum of the holds of all windows of a budget. */
    BigDecimal holds(Budget budget) {
        return jdbc.sql("SELECT COALESCE(sum(amount_usd), 0) FROM ai.ai_budget_holds WHERE budget_id = ?")
                .param(budget.id().value())
                .query(BigDecimal.class)
                .single();
    }

    private BigDecimal amount(String column, Budget budget, Instant time) {
        return jdbc.sql("SELECT COALESCE(sum(" + column
                        + "), 0) FROM ai.ai_budget_windows WHERE budget_id = ? AND starts_at = ?")
                .param(budget.id().value())
                .param(Timestamp.from(
                        Objects.requireNonNull(budget.period().windowAt(time).from())))
                .query(BigDecimal.class)
                .single();
    }
}
