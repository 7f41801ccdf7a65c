// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.kernel.Flat;
import java.time.Instant;

/** Statistics of a period. */
public record StatsView(@Flat Period period, @Flat StatsFigures figures) {
    /**
     * Period of statistics.
     *
     * @param from start of its first hour
     * @param to end of its last hour
     * @param asOf time up to which stored calls are counted
     */
    public record Period(Instant from, Instant to, Instant asOf) {}
}
