// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.kernel.Flat;
import java.math.BigDecimal;

/**
 * Window of a budget that calls are held to now.
 *
 * @param leftUsd greatest cost that one more call may have, in US dollars
 */
public record CurrentWindowView(@Flat BudgetWindowView window, BigDecimal leftUsd) {}
