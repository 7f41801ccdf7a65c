// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Weekly window in which a mentor is available, in the mentor's zone.
 *
 * @param localEnd first minute after the window; midnight is the end of the day
 * @param validFrom first day of validity; null if unlimited
 * @param validTo last day of validity; null if unlimited
 */
public record AvailabilityRule(
        AvailabilityId id,
        UserId mentorId,
        DayOfWeek dayOfWeek,
        LocalTime localStart,
        LocalTime localEnd,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {
    public AvailabilityRule {
        LocalWindow.of("/rules", localStart, localEnd);
        Fields.require(
                validFrom == null || validTo == null || !validTo.isBefore(validFrom),
                "/rules",
                "must not end their validity before it begins");
    }

    /** Returns true if the rule applies to the day. */
    public boolean appliesTo(LocalDate day) {
        return day.getDayOfWeek() == dayOfWeek
                && (validFrom == null || !day.isBefore(validFrom))
                && (validTo == null || !day.isAfter(validTo));
    }

    LocalWindow window() {
        return LocalWindow.of("/rules", localStart, localEnd);
    }
}
