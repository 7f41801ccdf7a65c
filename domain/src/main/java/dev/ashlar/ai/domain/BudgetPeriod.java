// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.InstantRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Length of the windows of a budget. Windows begin at midnight UTC and follow each other without a gap. */
public enum BudgetPeriod {
    /** A day. */
    DAY(ChronoUnit.DAYS),
    /** A month of the calendar. */
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit unit;

    BudgetPeriod(ChronoUnit unit) {
        this.unit = unit;
    }

    /** Returns the window that contains a time. */
    public InstantRange windowAt(Instant time) {
        var day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        var first = this == MONTH ? day.withDayOfMonth(1) : day;
        return new InstantRange(midnight(first), midnight(first.plus(1, unit)));
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
