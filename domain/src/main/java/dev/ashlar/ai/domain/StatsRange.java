// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Fields;
import java.time.Duration;
import java.time.Instant;

/**
 * Whole hours whose statistics are summed up: whole months, the days before and after them, and the hours before and after those. Each
 * part begins where the one before ends, and may be empty.
 *
 * @param from start of the first hour
 * @param daysFrom start of the first whole day
 * @param monthsFrom start of the first whole month
 * @param monthsTo end of the last whole month
 * @param daysTo end of the last whole day
 * @param to end of the last hour
 */
public record StatsRange(
        Instant from, Instant daysFrom, Instant monthsFrom, Instant monthsTo, Instant daysTo, Instant to) {
    /** Longest range, in days. */
    public static final int MAX_DAYS = 3_660;

    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    /** Returns the hours, days or months in which any time from {@code from} until before {@code to} is. */
    public static StatsRange of(StatsGrain grain, Instant from, Instant to) {
        Fields.require(!from.isBefore(FIRST), "from", "must not be before the year 2000");
        Fields.require(!to.isAfter(LAST), "to", "must not be after the year 2199");
        Fields.require(from.isBefore(to), "to", "must be after from");
        Fields.require(
                !to.isAfter(from.plus(Duration.ofDays(MAX_DAYS))),
                "to",
                "must be at most " + MAX_DAYS + " days after from");
        return of(grain.startOf(from), grain.firstStart(to));
    }

    /** Returns this range with the rest of the month in which it ends. */
    public StatsRange toEndOfMonth() {
        return of(from, StatsGrain.MONTH.firstStart(to));
    }

    private static StatsRange of(Instant from, Instant to) {
        var firstDay = StatsGrain.DAY.firstStart(from);
        var lastDay = StatsGrain.DAY.startOf(to);
        if (!firstDay.isBefore(lastDay)) {
            return new StatsRange(from, to, to, to, to, to);
        }
        var firstMonth = StatsGrain.MONTH.firstStart(firstDay);
        var lastMonth = StatsGrain.MONTH.startOf(lastDay);
        return firstMonth.isBefore(lastMonth)
                ? new StatsRange(from, firstDay, firstMonth, lastMonth, lastDay, to)
                : new StatsRange(from, firstDay, lastDay, lastDay, lastDay, to);
    }
}
