// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.BudgetId;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Window of a budget that differs from its interactions or holds.
 *
 * @param startsAt start of the window
 * @param spentUsd what the window has spent, in US dollars
 * @param interactionsUsd costs of the stored interactions that the budget covers, in US dollars
 * @param heldUsd what the window holds, in US dollars
 * @param holdsUsd sum of its holds in US dollars
 */
public record WindowDriftView(
        BudgetId budgetId,
        Instant startsAt,
        BigDecimal spentUsd,
        BigDecimal interactionsUsd,
        BigDecimal heldUsd,
        BigDecimal holdsUsd) {}
