// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.domain.AvailabilityId;
import dev.ashlar.mentoring.domain.AvailabilityRule;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * Weekly window in which a mentor is available, as the mentor reads and writes it.
 *
 * @param localEnd first minute after the window; 00:00 is the end of the day
 * @param validFrom first day of validity; null if unlimited
 * @param validTo last day of validity; null if unlimited
 */
public record WeeklyWindow(
        DayOfWeek dayOfWeek,
        LocalTime localStart,
        LocalTime localEnd,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {
    static WeeklyWindow of(AvailabilityRule rule) {
        return new WeeklyWindow(rule.dayOfWeek(), rule.localStart(), rule.localEnd(), rule.validFrom(), rule.validTo());
    }

    AvailabilityRule rule(AvailabilityId id, UserId mentor) {
        return new AvailabilityRule(id, mentor, dayOfWeek, localStart, localEnd, validFrom, validTo);
    }
}
