// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

/**
 * Percentiles of durations, in the unit of these.
 *
 * @param p50 median
 */
public record Percentiles(long p50, long p95, long p99) {}
