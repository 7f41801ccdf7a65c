// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Fields;
import java.time.Duration;
import java.time.ZoneId;

/**
 * Form of the slots that are generated from a mentor's availability.
 *
 * @param timeZone zone of the availability's local times
 * @param bufferMinutes minutes between two generated slots
 */
public record SlotPlan(String timeZone, int slotMinutes, int bufferMinutes) {
    public static final int MIN_SLOT_MINUTES = 15;
    public static final int MAX_SLOT_MINUTES = 480;

    public SlotPlan {
        timeZone = Fields.timeZone("/timeZone", timeZone).getId();
        Fields.within("/slotMinutes", slotMinutes, MIN_SLOT_MINUTES, MAX_SLOT_MINUTES);
        Fields.within("/bufferMinutes", bufferMinutes, 0, MAX_SLOT_MINUTES);
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public Duration slotLength() {
        return Duration.ofMinutes(slotMinutes);
    }

    public Duration buffer() {
        return Duration.ofMinutes(bufferMinutes);
    }
}
