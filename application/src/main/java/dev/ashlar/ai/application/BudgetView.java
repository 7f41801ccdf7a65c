// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.kernel.Flat;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A budget with its current window.
 *
 * @param limitUsd limit of each window in US dollars
 * @param openedAt time from which calls are refused beyond the limit; null while the costs of earlier calls are added up
 * @param version version for {@code If-Match}
 */
public record BudgetView(
        BudgetId id,
        @Flat BudgetTarget target,
        BudgetPeriod period,
        BigDecimal limitUsd,
        CurrentWindowView window,
        @Nullable Instant openedAt,
        Instant createdAt,
        int version) {}
