// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Duration;
import java.time.Instant;

/**
 * Time that a mentor offers as one slot.
 *
 * @param isGenerated true if it comes from the mentor's availability and is replaced when that changes
 */
public record Offer(SlotId id, UserId mentorId, Instant startsAt, Instant endsAt, boolean isGenerated) {
    public Offer {
        var length = Duration.between(startsAt, endsAt);
        Fields.require(
                length.compareTo(Duration.ofMinutes(SlotPlan.MIN_SLOT_MINUTES)) >= 0
                        && length.compareTo(Duration.ofMinutes(SlotPlan.MAX_SLOT_MINUTES)) <= 0,
                "/endsAt",
                "must be " + SlotPlan.MIN_SLOT_MINUTES + " to " + SlotPlan.MAX_SLOT_MINUTES
                        + " minutes after the start");
    }

    Offer movedTo(Offer other) {
        return new Offer(id, mentorId, other.startsAt, other.endsAt, isGenerated);
    }
}
