// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.mentoring.SlotCancelled;
import dev.ashlar.mentoring.SlotCompleted;
import dev.ashlar.mentoring.SlotConfirmed;
import dev.ashlar.mentoring.domain.BookedSlot;

/** Events about slots for other contexts. */
final class Announcements {
    private Announcements() {}

    static SlotConfirmed confirmed(BookedSlot slot) {
        return new SlotConfirmed(
                slot.id(), slot.mentorId(), slot.booking().studentId(), slot.startsAt(), slot.endsAt(), slot.version());
    }

    static SlotCancelled cancelled(BookedSlot slot) {
        return new SlotCancelled(
                slot.id(), slot.mentorId(), slot.booking().studentId(), slot.startsAt(), slot.endsAt(), slot.version());
    }

    static SlotCompleted completed(BookedSlot slot) {
        return new SlotCompleted(
                slot.id(), slot.mentorId(), slot.booking().studentId(), slot.startsAt(), slot.endsAt());
    }
}
