// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.domain.AvailabilityId;
import dev.ashlar.mentoring.domain.AvailabilityOverride;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Window of one day that differs from the rules, as the mentor reads and writes it.
 *
 * @param localEnd first minute after the window; 00:00 is the end of the day
 * @param available true if the mentor is available besides the rules, false if not available in spite of them
 */
public record DayWindow(LocalDate day, LocalTime localStart, LocalTime localEnd, boolean available) {
    static DayWindow of(AvailabilityOverride override) {
        return new DayWindow(override.day(), override.localStart(), override.localEnd(), override.isAvailable());
    }

    AvailabilityOverride override(AvailabilityId id, UserId mentor) {
        return new AvailabilityOverride(id, mentor, day, localStart, localEnd, available);
    }
}
