package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.mentoring.domain.Mentors;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.Slots;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** What happens to slots when nobody does anything, and when somebody leaves. Each call handles one batch. */
@ApplicationService
public class SlotHousekeeping {
    /** How long after its end a meeting is taken for held, if neither of the two has said anything. */
    static final Duration TIME_TO_OBJECT = Duration.ofHours(1);

    private static final int BATCH = 200;
    private static final int REMOVAL_BATCH = 1000;
    private static final int MENTOR_BATCH = 10;

    private final Slots slots;
    private final Mentors mentors;
    private final SlotMaker maker;
    private final Settlement settlement;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    SlotHousekeeping(
            Slots slots,
            Mentors mentors,
            SlotMaker maker,
            Settlement settlement,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.slots = slots;
        this.mentors = mentors;
        this.maker = maker;
        this.settlement = settlement;
        this.events = events;
        this.clock = clock;
    }

    /** Removes open slots that nobody asked for in time; returns how many. */
    @Transactional
    public int removePast() {
        return slots.removePast(clock.instant(), REMOVAL_BATCH);
    }

    /** Cancels requests that were not answered in time, and gives their tokens back; returns how many. */
    @Transactional
    public int expireRequests() {
        var expired = slots.expireRequests("The mentor did not answer in time", clock.instant(), BATCH);
        maker.reopen(expired);
        giveBack(expired, false);
        return expired.size();
    }

    /** Who says nothing to a cancellation until the meeting would start has agreed to it; returns how many. */
    @Transactional
    public int approveUndecided() {
        var cancelled = slots.approveUndecided("Nobody objected to the cancellation", clock.instant(), BATCH);
        giveBack(cancelled, true);
        return cancelled.size();
    }

    /** Completes meetings that ended a while ago; returns how many. */
    @Transactional
    public int completeEnded() {
        var now = clock.instant();
        var completed = slots.completeEnded(now.minus(TIME_TO_OBJECT), now, BATCH);
        Settlement.inOrderOf(completed, Slot::mentorId).forEach(settlement::earn);
        completed.forEach(slot -> events.publishEvent(Announcements.completed(slot)));
        return completed.size();
    }

    /** Makes slots for days that have come within reach; returns for how many mentors. */
    @Transactional
    public int makeSlots() {
        var due = mentors.withoutSlotsUntil(maker.horizon(), MENTOR_BATCH);
        if (!due.isEmpty()) {
            maker.extend(due);
        }
        return due.size();
    }

    /**
     * Ends what somebody who leaves has ahead of them, on either side: tokens come back whole, whoever leaves. Safe to
     * repeat; returns how many slots it cancelled.
     */
    @Transactional
    public int endFutureOf(UserId person) {
        var now = clock.instant();
        mentors.deactivate(person, now);
        slots.lockCalendars(List.of(person));
        var cancelled = slots.cancelFuture(person, "The account was deactivated", now, BATCH);
        maker.reopen(cancelled);
        giveBack(cancelled.stream().filter(slot -> slot.booking() != null).toList(), false);
        return cancelled.size();
    }

    private void giveBack(List<Slot> cancelled, boolean lessPenalty) {
        Settlement.inOrderOf(cancelled, slot -> slot.booked().studentId())
                .forEach(slot -> settlement.giveBack(slot, lessPenalty ? slot.penalty() : 0));
        cancelled.forEach(slot -> events.publishEvent(Announcements.cancelled(slot)));
    }
}
