package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.Mentor;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.Mentors;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.SlotChange;
import dev.ashlar.mentoring.domain.SlotStatus;
import dev.ashlar.mentoring.domain.Slots;
import org.springframework.stereotype.Component;

/** How the services of this package find slots for an actor, and change them; runs in their transactions. */
@Component
class SlotKeeper {
    private final Slots slots;
    private final Mentors mentors;

    SlotKeeper(Slots slots, Mentors mentors) {
        this.slots = slots;
        this.mentors = mentors;
    }

    Slot find(SlotId id) {
        return slots.find(id).orElseThrow(() -> unknown(id));
    }

    /** The slot, for its mentor, its student or an administrator; for everybody else there is none. */
    Slot visibleTo(Actor actor, SlotId id) {
        var slot = find(id);
        if (!slot.isOf(actor.userId()) && !actor.isAdmin()) {
            throw unknown(id);
        }
        return slot;
    }

    /** The slot, for its mentor or an administrator. */
    Slot ofMentor(Actor actor, SlotId id) {
        var slot = visibleTo(actor, id);
        if (!slot.mentorId().equals(actor.userId()) && !actor.isAdmin()) {
            throw KernelProblem.FORBIDDEN.because("Only the mentor may do this.");
        }
        return slot;
    }

    /** The slot, for its student or an administrator. */
    Slot ofStudent(Actor actor, SlotId id) {
        var slot = visibleTo(actor, id);
        if (!slot.isStudent(actor.userId()) && !actor.isAdmin()) {
            throw KernelProblem.FORBIDDEN.because("Only the student may do this.");
        }
        return slot;
    }

    Mentor mentorOf(Slot slot) {
        return mentors.find(slot.mentorId())
                .orElseThrow(() -> MentoringProblem.MENTOR_NOT_FOUND.because("The slot's mentor is gone."));
    }

    /** Stores a change, or says why it is too late for it. */
    Slot store(SlotChange change) {
        if (!slots.change(change)) {
            throw outrun(change);
        }
        return change.after();
    }

    private DomainException outrun(SlotChange change) {
        var stored = slots.find(change.before().id());
        boolean wasOpen = change.before().status() == SlotStatus.TENTATIVE;
        if (wasOpen
                && stored.filter(slot -> slot.status() == SlotStatus.TENTATIVE).isEmpty()) {
            return MentoringProblem.SLOT_TAKEN.because("Somebody else was faster; choose another one.");
        }
        stored.ifPresent(slot -> SlotStatus.LIFECYCLE.require(
                slot.status(), change.after().status(), MentoringProblem.ILLEGAL_TRANSITION));
        return KernelProblem.BUSY.because("The slot has just been changed; try again.");
    }

    private static DomainException unknown(SlotId id) {
        return MentoringProblem.SLOT_NOT_FOUND.because("No slot of yours has the id " + id.value() + ".");
    }
}
