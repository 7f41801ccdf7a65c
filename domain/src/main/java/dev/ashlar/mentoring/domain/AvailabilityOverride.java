// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Window of one day that differs from the rules.
 *
 * @param localEnd first minute after the window; midnight is the end of the day
 * @param isAvailable true if the mentor is available besides the rules, false if not available in spite of them; false
 *     prevails where two overrides overlap
 */
public record AvailabilityOverride(
        AvailabilityId id,
        UserId mentorId,
        LocalDate day,
        LocalTime localStart,
        LocalTime localEnd,
        boolean isAvailable) {
    public AvailabilityOverride {
        LocalWindow.of("/overrides", localStart, localEnd);
    }

    LocalWindow window() {
        return LocalWindow.of("/overrides", localStart, localEnd);
    }
}
