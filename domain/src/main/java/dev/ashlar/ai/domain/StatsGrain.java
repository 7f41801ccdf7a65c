// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Span of time of one row of statistics, in UTC. */
public enum StatsGrain {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit unit;

    StatsGrain(ChronoUnit unit) {
        this.unit = unit;
    }

    /** Returns the start of the hour, day or month in which a time is. */
    public Instant startOf(Instant time) {
        return start(time).toInstant();
    }

    /** Returns the end of the hour, day or month in which a time is. */
    public Instant endOf(Instant time) {
        return start(time).plus(1, unit).toInstant();
    }

    /** Returns the first start of an hour, day or month that is not before a time. */
    public Instant firstStart(Instant time) {
        var start = startOf(time);
        return start.equals(time) ? start : endOf(time);
    }

    /** Returns the number of hours, days or months between two starts of these. */
    public long between(Instant from, Instant to) {
        return unit.between(start(from), start(to));
    }

    private ZonedDateTime start(Instant time) {
        var utc = time.atZone(ZoneOffset.UTC);
        return switch (this) {
            case HOUR, DAY -> utc.truncatedTo(unit);
            case MONTH -> utc.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        };
    }
}
