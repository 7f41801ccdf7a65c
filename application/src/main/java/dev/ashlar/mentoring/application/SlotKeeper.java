// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.identity.People;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.BookedSlot;
import dev.ashlar.mentoring.domain.Mentor;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.Mentors;
import dev.ashlar.mentoring.domain.OpenSlot;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.SlotChange;
import dev.ashlar.mentoring.domain.Slots;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Slots as the services of this package find and change them, in their transactions. All of them lock in one order: accounts,
 * calendars, slot, wallets; so no two wait for each other.
 */
@Component
class SlotKeeper {
    private final Slots slots;
    private final Mentors mentors;
    private final People people;

    SlotKeeper(Slots slots, Mentors mentors, People people) {
        this.slots = slots;
        this.mentors = mentors;
        this.people = people;
    }

    Slot find(SlotId id) {
        return slots.find(id).orElseThrow(() -> notFound(id));
    }

    /** Returns the slot to its mentor, its student or an administrator; all others get not found. */
    Slot visibleTo(Actor actor, SlotId id) {
        var slot = find(id);
        if (!slot.isOf(actor.userId()) && !actor.isAdmin()) {
            throw notFound(id);
        }
        return slot;
    }

    /** Returns the slot to its mentor or an administrator. */
    Slot ofMentor(Actor actor, SlotId id) {
        var slot = visibleTo(actor, id);
        requireEither(slot.mentorId().equals(actor.userId()), actor, "mentor");
        return slot;
    }

    /** Returns the slot to its student or an administrator. */
    Slot ofStudent(Actor actor, SlotId id) {
        var slot = visibleTo(actor, id);
        requireEither(slot.isStudent(actor.userId()), actor, "student");
        return slot;
    }

    /** Returns the slot to its mentor or its student, but to no administrator. */
    Slot ofParticipant(Actor actor, SlotId id) {
        var slot = visibleTo(actor, id);
        if (!slot.isOf(actor.userId())) {
            throw KernelProblem.FORBIDDEN.because("Only the mentor and the student of the slot may do this.");
        }
        return slot;
    }

    Mentor mentorOf(Slot slot) {
        return mentors.find(slot.mentorId())
                .orElseThrow(() -> MentoringProblem.MENTOR_NOT_FOUND.because(
                        "Mentor " + slot.mentorId().value() + " does not exist any longer."));
    }

    /**
     * Locks a student's account, then the calendars of student and mentor, before a booking. Refuses a student whose account was
     * deactivated while the request was under way: the future of the account has ended by then.
     */
    void lockForBooking(UserId student, Slot slot) {
        people.requireActive(student);
        lockCalendars(slot.mentorId(), student);
    }

    /** Locks calendars before anything is put into them. */
    void lockCalendars(UserId... people) {
        slots.lockCalendars(List.of(people));
    }

    void lockCalendars(List<UserId> people) {
        slots.lockCalendars(people);
    }

    /** Locks the calendars of mentor and student, then stores the change. */
    BookedSlot store(SlotChange change) {
        lockCalendars(change.after().mentorId(), change.after().booking().studentId());
        return storeLocked(change);
    }

    /** Stores a change whose calendars are locked, or whose time is over, so that nothing else is put into it. */
    BookedSlot storeLocked(SlotChange change) {
        if (!slots.change(change)) {
            throw lostRace(change.before(), change.after());
        }
        return change.after();
    }

    void withdraw(Actor actor, OpenSlot slot, Instant now) {
        var withdrawn = slot.withdraw();
        if (!slots.withdraw(withdrawn, actor.userId(), now)) {
            throw lostRace(slot, withdrawn);
        }
    }

    private DomainException lostRace(Slot before, Slot after) {
        var stored = slots.find(before.id());
        boolean wasOpen = before instanceof OpenSlot;
        if (wasOpen && !(stored.orElse(null) instanceof OpenSlot)) {
            return MentoringProblem.SLOT_TAKEN.because(
                    "Slot " + before.id().value() + " was booked by another student. Choose another slot.");
        }
        stored.ifPresent(slot -> slot.requireNext(after.status()));
        return KernelProblem.BUSY.because("Slot " + before.id().value() + " has just been changed. Try again.");
    }

    private static void requireEither(boolean isRole, Actor actor, String role) {
        if (!isRole && !actor.isAdmin()) {
            throw KernelProblem.FORBIDDEN.because("Only the " + role + " of the slot may do this.");
        }
    }

    private static DomainException notFound(SlotId id) {
        return MentoringProblem.SLOT_NOT_FOUND.because("You have no slot with the id " + id.value() + ".");
    }
}
