// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times that PostgreSQL stores and every client reads: years from 1 to 9999, in microseconds. Java holds more of both. */
public final class StorableTimes {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private StorableTimes() {}

    /** Returns the time as it is stored, or null if it is out of range. PostgreSQL itself would round the last digit up. */
    public static @Nullable Instant of(Instant time) {
        return time.isBefore(FIRST) || !time.isBefore(END) ? null : time.truncatedTo(ChronoUnit.MICROS);
    }

    /** Returns the date, or null if it is out of range. */
    public static @Nullable LocalDate of(LocalDate date) {
        return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? null : date;
    }
}
