// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import java.time.Instant;

/** Time of a mentor: open, booked by a student, or withdrawn. Each transition returns the changed slot, or refuses. */
public sealed interface Slot permits OpenSlot, BookedSlot, WithdrawnSlot {
    Offer offer();

    SlotStatus status();

    /** Returns true if the time may be offered: while the slot is open, and after its student has cancelled or withdrawn. */
    boolean isAvailable();

    /** Returns the number of the slot's changes, from 1. */
    int version();

    default SlotId id() {
        return offer().id();
    }

    default UserId mentorId() {
        return offer().mentorId();
    }

    default Instant startsAt() {
        return offer().startsAt();
    }

    default Instant endsAt() {
        return offer().endsAt();
    }

    default boolean isStudent(UserId person) {
        return false;
    }

    /** Returns true for the mentor and the student of the slot. */
    default boolean isOf(UserId person) {
        return mentorId().equals(person) || isStudent(person);
    }

    /** Returns the slot if it is open, else refuses. */
    default OpenSlot open() {
        throw MentoringProblem.SLOT_TAKEN.because(description() + ". Choose another slot.");
    }

    /** Returns the slot if a student has requested or booked it, else refuses. */
    default BookedSlot booked() {
        throw MentoringProblem.ILLEGAL_TRANSITION.because(description() + " and has no booking.");
    }

    /** Refuses a status that may not follow. */
    default void requireNext(SlotStatus next) {
        SlotStatus.LIFECYCLE.require(status(), next, MentoringProblem.ILLEGAL_TRANSITION, "Slot " + id().value());
    }

    /** Begins a detail about this slot. */
    default String description() {
        return "Slot " + id().value() + " is " + SlotStatus.LIFECYCLE.label(status());
    }
}
