package dev.ashlar.mentoring.application;

import dev.ashlar.mentoring.SlotCancelled;
import dev.ashlar.mentoring.SlotCompleted;
import dev.ashlar.mentoring.SlotConfirmed;
import dev.ashlar.mentoring.domain.Slot;

/** What other contexts hear of slots. */
final class Announcements {
    private Announcements() {}

    static SlotConfirmed confirmed(Slot slot) {
        return new SlotConfirmed(slot.id(), slot.mentorId(), slot.booked().studentId(), slot.startsAt(), slot.endsAt());
    }

    static SlotCancelled cancelled(Slot slot) {
        return new SlotCancelled(slot.id(), slot.mentorId(), slot.booked().studentId(), slot.startsAt(), slot.endsAt());
    }

    static SlotCompleted completed(Slot slot) {
        return new SlotCompleted(slot.id(), slot.mentorId(), slot.booked().studentId(), slot.startsAt(), slot.endsAt());
    }
}
