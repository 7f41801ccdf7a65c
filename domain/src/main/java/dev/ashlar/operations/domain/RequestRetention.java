// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Time for which requests and their sums are kept.
 *
 * @param months from 1 to 24
 */
public record RequestRetention(int months) {
    private static final int MAX_MONTHS = 24;

    public RequestRetention {
        if (months < 1 || months > MAX_MONTHS) {
            throw new IllegalArgumentException(
                    "The retention must be from 1 to " + MAX_MONTHS + " months, it is " + months);
        }
    }

    /** Returns the first day of the month from which requests are kept. */
    public LocalDate firstDay(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).minusMonths(months).withDayOfMonth(1);
    }
}
