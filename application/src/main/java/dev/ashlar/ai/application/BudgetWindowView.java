// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Day or month of a budget.
 *
 * @param startsAt midnight UTC
 * @param endsAt midnight UTC, at which the next window starts
 * @param spentUsd cost of the calls of the window in US dollars
 * @param heldUsd greatest cost of the calls that are running, in US dollars
 */
public record BudgetWindowView(Instant startsAt, Instant endsAt, BigDecimal spentUsd, BigDecimal heldUsd) {}
