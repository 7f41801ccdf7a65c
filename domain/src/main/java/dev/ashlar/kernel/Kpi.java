// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.math.BigDecimal;

/**
 * Key figure of a context, as it is now.
 *
 * @param metric context and noun, as in {@code commerce.orders}
 * @param dimensions part of the whole that is counted, as in {@code status=paid}; empty for the whole
 * @param value number, or sum in the unit that the metric names
 */
public record Kpi(String metric, String dimensions, BigDecimal value) {}
