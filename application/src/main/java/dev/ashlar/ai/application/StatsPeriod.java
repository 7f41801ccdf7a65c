// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.StatsGrain;
import dev.ashlar.ai.domain.StatsRange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Requested period of statistics.
 *
 * @param from null means the start of the month (UTC) in which the period ends
 * @param to first time after the period; null means now
 */
public record StatsPeriod(@Nullable Instant from, @Nullable Instant to) {
    /**
     * Returns the hours of the period for sums. A period that reaches the present includes the rest of the month, so that one row has the
     * sums of its calls until now.
     */
    StatsRange hours(Instant now) {
        var range = range(StatsGrain.HOUR, now);
        return range.to().isBefore(now) ? range : range.toEndOfMonth();
    }

    /** Returns the hours, days or months of the period. */
    StatsRange range(StatsGrain grain, Instant now) {
        var end = to == null ? now : to;
        return StatsRange.of(grain, from == null ? StatsGrain.MONTH.startOf(end.minusNanos(1)) : from, end);
    }
}
