// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.identity.People;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.BookedSlot;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.SlotChange;
import dev.ashlar.mentoring.domain.SlotFeedback;
import dev.ashlar.mentoring.domain.SlotFeedbackId;
import dev.ashlar.mentoring.domain.SlotFeedbacks;
import dev.ashlar.mentoring.domain.SlotStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** From a confirmed meeting to its end: cancellation, completion and feedback. */
@ApplicationService
public class MeetingService {
    private final SlotKeeper keeper;
    private final SlotMaker maker;
    private final SlotFeedbacks feedbacks;
    private final People people;
    private final Settlement settlement;
    private final ApplicationEventPublisher events;
    private final IdSource ids;
    private final InstantSource clock;

    MeetingService(
            SlotKeeper keeper,
            SlotMaker maker,
            SlotFeedbacks feedbacks,
            People people,
            Settlement settlement,
            ApplicationEventPublisher events,
            IdSource ids,
            InstantSource clock) {
        this.keeper = keeper;
        this.maker = maker;
        this.feedbacks = feedbacks;
        this.people = people;
        this.settlement = settlement;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Requests the cancellation of a meeting. The moment of the request decides if it is late. */
    @Transactional
    public SlotView requestCancellation(Actor actor, SlotId id, String reason) {
        var slot = keeper.ofParticipant(actor, id).booked();
        var now = clock.instant();
        var requested = slot.requestCancellation(actor.userId(), reason, now);
        return SlotView.of(keeper.store(new SlotChange(
                slot, requested, actor.userId(), requested.booking().cancelReason(), now)));
    }

    /**
     * Approves a cancellation: the price is refunded, less the penalty if the student requested it late. Where the charge was
     * reversed by hand there is nothing to refund, and only an administrator, who sees the ledger, may approve.
     */
    @Transactional
    public SlotView approveCancellation(Actor actor, SlotId id) {
        var slot = keeper.visibleTo(actor, id).booked();
        var cancelled = keeper.store(
                new SlotChange(slot, slot.approveCancellation(actor.userId()), actor.userId(), null, clock.instant()));
        maker.reopen(List.of(cancelled));
        if (actor.isAdmin()) {
            settlement.giveBack(List.of(cancelled), BookedSlot::penalty);
        } else {
            settlement.refund(cancelled, cancelled.penalty());
        }
        events.publishEvent(Announcements.cancelled(cancelled));
        return SlotView.of(cancelled);
    }

    /** Denies a cancellation; the meeting is confirmed again. */
    @Transactional
    public SlotView denyCancellation(Actor actor, SlotId id) {
        var slot = keeper.visibleTo(actor, id).booked();
        return SlotView.of(keeper.store(
                new SlotChange(slot, slot.denyCancellation(actor.userId()), actor.userId(), null, clock.instant())));
    }

    /** Completes a meeting; the mentor earns. */
    @Transactional
    public SlotView complete(Actor actor, SlotId id) {
        var slot = keeper.visibleTo(actor, id).booked();
        var now = clock.instant();
        return completed(keeper.storeLocked(new SlotChange(slot, slot.complete(now), actor.userId(), null, now)));
    }

    /** Completes a meeting that the student missed; the mentor earns too. */
    @Transactional
    public SlotView completeAsNoShow(Actor actor, SlotId id) {
        var slot = keeper.ofMentor(actor, id).booked();
        var now = clock.instant();
        return completed(keeper.store(
                new SlotChange(slot, slot.completeAsNoShow(now), actor.userId(), "The student did not come", now)));
    }

    /** Stores feedback of mentor or student on a completed meeting. */
    @Transactional
    public SlotFeedbackView giveFeedback(Actor actor, SlotId id, int rating, @Nullable String comment) {
        var slot = keeper.ofParticipant(actor, id);
        if (!(slot instanceof BookedSlot meeting) || meeting.status() != SlotStatus.COMPLETED) {
            throw MentoringProblem.MEETING_NOT_COMPLETED.because(
                    slot.description() + ". Give feedback after its completion.");
        }
        var about = meeting.isStudent(actor.userId())
                ? meeting.mentorId()
                : meeting.booking().studentId();
        var feedback = new SlotFeedback(
                new SlotFeedbackId(ids.next()), id, actor.userId(), about, rating, comment, clock.instant());
        if (!feedbacks.add(feedback)) {
            throw MentoringProblem.FEEDBACK_GIVEN.because(
                    "You gave feedback on slot " + id.value() + " before. Feedback cannot be changed.");
        }
        return SlotFeedbackView.of(feedback);
    }

    /** Returns a meeting for a calendar; refuses one that was never confirmed. */
    public Invitation invitation(Actor actor, SlotId id) {
        var slot = keeper.visibleTo(actor, id);
        if (!(slot instanceof BookedSlot meeting) || !meeting.booking().isPaid()) {
            throw MentoringProblem.MEETING_NOT_CONFIRMED.because(
                    slot.description() + ". Get its invitation after its confirmation.");
        }
        var student = meeting.booking().studentId();
        var names = people.profiles(List.of(meeting.mentorId(), student)).stream()
                .collect(Collectors.toMap(PublicProfile::id, PublicProfile::displayName));
        return new Invitation(
                SlotView.of(meeting),
                student,
                names.getOrDefault(meeting.mentorId(), "a mentor"),
                names.getOrDefault(student, "a student"),
                actor.userId());
    }

    private SlotView completed(BookedSlot slot) {
        settlement.earn(slot);
        events.publishEvent(Announcements.completed(slot));
        return SlotView.of(slot);
    }
}
