// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import java.math.BigDecimal;

/**
 * Percentiles of durations in milliseconds, from 1 ms to 66 s.
 *
 * @param p50 median
 */
public record DurationPercentiles(BigDecimal p50, BigDecimal p95, BigDecimal p99) {}
