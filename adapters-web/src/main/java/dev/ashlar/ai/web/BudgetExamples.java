// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.BudgetView;
import dev.ashlar.ai.application.BudgetWindowView;
import dev.ashlar.ai.application.CurrentWindowView;
import dev.ashlar.ai.application.ReconciliationView;
import dev.ashlar.ai.application.WindowDriftView;
import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetScope;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.ai.web.BudgetController.BudgetRequest;
import dev.ashlar.ai.web.BudgetController.LimitRequest;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Examples of the API description. */
@Component
class BudgetExamples implements ExampleRecords {
    private static final String PLATFORM = "mentor";
    private static final BudgetId BUDGET = new BudgetId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000e1"));

    @Override
    public List<Record> all() {
        var limit = new BigDecimal("250.00000000");
        var created = Instant.parse("2026-02-03T16:05:12Z");
        var window = new BudgetWindowView(
                Instant.parse("2026-02-01T00:00:00Z"),
                Instant.parse("2026-03-01T00:00:00Z"),
                new BigDecimal("41.20735000"),
                new BigDecimal("0.12000000"));
        return List.of(
                new BudgetRequest(
                        BudgetScope.PLATFORM, null, null, PLATFORM, BudgetPeriod.MONTH, new BigDecimal("250.00")),
                new LimitRequest(new BigDecimal("300.00")),
                new BudgetView(
                        BUDGET,
                        new BudgetTarget(BudgetScope.PLATFORM, null, null, PLATFORM),
                        BudgetPeriod.MONTH,
                        limit,
                        new CurrentWindowView(window, new BigDecimal("208.67265000")),
                        created,
                        created,
                        0),
                window,
                reconciliation());
    }

    private static ReconciliationView reconciliation() {
        return new ReconciliationView(
                Instant.parse("2026-01-01T00:00:00Z"),
                18_402,
                1,
                0,
                1,
                List.of(),
                List.of(new WindowDriftView(
                        BUDGET,
                        Instant.parse("2026-02-01T00:00:00Z"),
                        new BigDecimal("41.20735000"),
                        new BigDecimal("41.20785000"),
                        new BigDecimal("0.12000000"),
                        new BigDecimal("0.12000000"))));
    }
}
