package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.SlotChange;
import dev.ashlar.mentoring.domain.SlotFeedback;
import dev.ashlar.mentoring.domain.SlotFeedbackId;
import dev.ashlar.mentoring.domain.SlotFeedbacks;
import dev.ashlar.mentoring.domain.SlotStatus;
import dev.ashlar.mentoring.domain.Slots;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** How a confirmed meeting ends: cancelled, or held and talked about. */
@ApplicationService
public class MeetingService {
    private final Slots slots;
    private final SlotKeeper keeper;
    private final SlotMaker maker;
    private final SlotFeedbacks feedbacks;
    private final Settlement settlement;
    private final ApplicationEventPublisher events;
    private final IdSource ids;
    private final InstantSource clock;

    MeetingService(
            Slots slots,
            SlotKeeper keeper,
            SlotMaker maker,
            SlotFeedbacks feedbacks,
            Settlement settlement,
            ApplicationEventPublisher events,
            IdSource ids,
            InstantSource clock) {
        this.slots = slots;
        this.keeper = keeper;
        this.maker = maker;
        this.feedbacks = feedbacks;
        this.settlement = settlement;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** One of the two wants to cancel. The moment of asking decides whether it is late. */
    @Transactional
    public SlotView requestCancellation(Actor actor, SlotId id, String reason) {
        var slot = ofOneOfThem(actor, id);
        var asked = slot.requestCancellation(actor.userId(), reason, clock.instant());
        return SlotView.of(store(slot, asked, actor, reason));
    }

    /**
     * The other one, or an administrator, agrees: the price comes back, less the penalty if the student asked late. Where
     * the charge was undone by hand there is nothing to give back, and only an administrator, who sees the books, agrees.
     */
    @Transactional
    public SlotView approveCancellation(Actor actor, SlotId id) {
        var slot = keeper.visibleTo(actor, id);
        var cancelled = store(slot, slot.approveCancellation(actor.userId()), actor, null);
        maker.reopen(List.of(cancelled));
        if (actor.isAdmin()) {
            settlement.giveBack(List.of(cancelled), Slot::penalty);
        } else {
            settlement.refund(cancelled, cancelled.penalty());
        }
        events.publishEvent(Announcements.cancelled(cancelled));
        return SlotView.of(cancelled);
    }

    /** The other one, or an administrator, does not agree: they will meet. */
    @Transactional
    public SlotView denyCancellation(Actor actor, SlotId id) {
        var slot = keeper.visibleTo(actor, id);
        return SlotView.of(store(slot, slot.denyCancellation(actor.userId()), actor, null));
    }

    /** They have met; the mentor earns. */
    @Transactional
    public SlotView complete(Actor actor, SlotId id) {
        var slot = keeper.visibleTo(actor, id);
        var now = clock.instant();
        // Nobody puts anything into time that is over, so no calendar needs to be locked.
        return over(keeper.store(new SlotChange(slot, slot.complete(now), actor.userId(), null, now)));
    }

    /** The student did not come; the mentor, who did, earns all the same. */
    @Transactional
    public SlotView missedByStudent(Actor actor, SlotId id) {
        var slot = keeper.ofMentor(actor, id);
        return over(store(slot, slot.missedByStudent(clock.instant()), actor, "The student did not come"));
    }

    /** What one of the two says about the other. */
    @Transactional
    public SlotFeedbackView giveFeedback(Actor actor, SlotId id, int rating, @Nullable String comment) {
        var slot = ofOneOfThem(actor, id);
        if (slot.status() != SlotStatus.COMPLETED) {
            throw MentoringProblem.NOT_COMPLETED.because("Feedback follows the meeting.");
        }
        var about =
                slot.isStudent(actor.userId()) ? slot.mentorId() : slot.booked().studentId();
        var feedback = new SlotFeedback(
                new SlotFeedbackId(ids.next()), id, actor.userId(), about, rating, comment, clock.instant());
        if (!feedbacks.add(feedback)) {
            throw MentoringProblem.FEEDBACK_GIVEN.because("It stands as it was given.");
        }
        return SlotFeedbackView.of(feedback);
    }

    /** The meeting for a calendar; refused while it is undecided whether there is one. */
    public SlotView invitation(Actor actor, SlotId id) {
        var slot = keeper.visibleTo(actor, id);
        if (slot.booking() == null || !slot.booking().isPaid()) {
            throw MentoringProblem.NOT_CONFIRMED.because(
                    "It is " + SlotStatus.LIFECYCLE.label(slot.status()) + "; there is nothing for a calendar yet.");
        }
        return SlotView.of(slot);
    }

    private SlotView over(Slot completed) {
        settlement.earn(completed);
        events.publishEvent(Announcements.completed(completed));
        return SlotView.of(completed);
    }

    private Slot ofOneOfThem(Actor actor, SlotId id) {
        var slot = keeper.visibleTo(actor, id);
        if (!slot.isOf(actor.userId())) {
            throw KernelProblem.FORBIDDEN.because("Only the two who meet may do this.");
        }
        return slot;
    }

    private Slot store(Slot before, Slot after, Actor actor, @Nullable String reason) {
        slots.lockCalendars(List.of(before.mentorId(), after.booked().studentId()));
        return keeper.store(new SlotChange(before, after, actor.userId(), reason, clock.instant()));
    }
}
