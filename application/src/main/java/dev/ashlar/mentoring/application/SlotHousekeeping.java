// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.identity.People;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.BookedSlot;
import dev.ashlar.mentoring.domain.Mentors;
import dev.ashlar.mentoring.domain.Slots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/**
 * Jobs on slots that are due, and the end of a deactivated user's slots. Each call handles one batch. A slot whose tokens the
 * wallet cannot move is put aside unchanged, for a person to decide.
 */
@ApplicationService
public class SlotHousekeeping {
    /** Time after its end until an undisputed meeting is completed. */
    static final Duration TIME_TO_OBJECT = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(SlotHousekeeping.class);
    private static final int BATCH = 200;
    private static final int REMOVAL_BATCH = 1000;

    private final Slots slots;
    private final Mentors mentors;
    private final SlotKeeper keeper;
    private final SlotMaker maker;
    private final Settlement settlement;
    private final People people;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    SlotHousekeeping(
            Slots slots,
            Mentors mentors,
            SlotKeeper keeper,
            SlotMaker maker,
            Settlement settlement,
            People people,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.slots = slots;
        this.mentors = mentors;
        this.keeper = keeper;
        this.maker = maker;
        this.settlement = settlement;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Removes open slots of the past; returns their number. */
    @Job(name = "mentoring.remove-past-slots", every = "24h")
    @Transactional
    public int removePast() {
        return slots.removePast(clock.instant(), REMOVAL_BATCH);
    }

    /** Cancels expired requests and releases their tokens; returns the number of slots processed. */
    @Job(name = "mentoring.expire-requests", every = "1m")
    @Transactional
    public int expireRequests() {
        var now = clock.instant();
        var expired = slots.lockExpired(now, BATCH);
        maker.reopen(
                end(expired, settlement.giveBack(expired, _ -> 0), true, "The mentor did not answer in time", now));
        return expired.size();
    }

    /** Approves cancellations that are undecided at the start of the meeting; returns the number of slots processed. */
    @Job(name = "mentoring.approve-undecided-cancellations", every = "1m")
    @Transactional
    public int approveUndecided() {
        var now = clock.instant();
        var undecided = slots.lockUndecided(now, BATCH);
        var settled = settlement.giveBack(undecided, BookedSlot::penalty);
        end(undecided, settled, false, "Nobody objected to the cancellation", now);
        return undecided.size();
    }

    /** Completes meetings that have ended; returns the number of slots processed. */
    @Job(name = "mentoring.complete-ended-meetings", every = "15m")
    @Transactional
    public int completeEnded() {
        var now = clock.instant();
        var ended = slots.lockEnded(now.minus(TIME_TO_OBJECT), BATCH);
        var earned = settledOf(ended, settlement.earn(ended), now);
        if (!earned.isEmpty()) {
            slots.completeAll(idsOf(earned), now).forEach(slot -> events.publishEvent(Announcements.completed(slot)));
        }
        return ended.size();
    }

    /** Finds the next active mentor who has no slots for the last days, in the order of ids; null to begin. */
    public Optional<UserId> findWithoutSlots(@Nullable UserId after) {
        return mentors.findWithoutSlots(maker.horizon(), after);
    }

    /** Generates the slots of further days of a mentor; returns false if another transaction does, or has done so. */
    @Transactional
    public boolean makeSlots(UserId mentor) {
        var due = mentors.lockWithoutSlots(mentor, maker.horizon());
        due.ifPresent(maker::extend);
        return due.isPresent();
    }

    /**
     * Ends the future slots of a deactivated user in either role; tokens are given back without penalty. Open slots are removed, and
     * the time of cancelled ones stays available, so that a mentor who comes back may offer it again. Changes nothing for a user who
     * is active. May be repeated; returns the number of booked slots processed.
     */
    @Transactional
    public int endFutureOf(UserId person) {
        if (people.lockDeactivated(Set.of(person)).isEmpty()) {
            return 0;
        }
        var now = clock.instant();
        mentors.deactivate(person, now);
        keeper.lockCalendars(person);
        slots.removeOpen(person, now);
        var booked = slots.lockFuture(person, now, BATCH);
        var cancelled = end(booked, settlement.giveBack(booked, _ -> 0), true, "The account was deactivated", now);
        maker.reopen(cancelled.stream().filter(slot -> slot.isStudent(person)).toList());
        return booked.size();
    }

    /** Cancels the settled slots and returns them. */
    private List<BookedSlot> end(
            List<BookedSlot> due, Set<SlotId> settled, boolean available, String reason, Instant now) {
        var ending = settledOf(due, settled, now);
        if (ending.isEmpty()) {
            return List.of();
        }
        var cancelled = slots.cancelAll(idsOf(ending), available, reason, now);
        cancelled.forEach(slot -> events.publishEvent(Announcements.cancelled(slot)));
        return cancelled;
    }

    /** Returns the settled slots, and puts the others aside, so that they delay no further batch. */
    private List<BookedSlot> settledOf(List<BookedSlot> due, Set<SlotId> settled, Instant now) {
        var others = due.stream().filter(slot -> !settled.contains(slot.id())).toList();
        if (!others.isEmpty()) {
            slots.putAside(idsOf(others), now);
            others.forEach(slot -> log.warn(
                    "Slot put aside, wallet cannot settle it slot={}", slot.id().value()));
        }
        return due.stream().filter(slot -> settled.contains(slot.id())).toList();
    }

    private static List<SlotId> idsOf(List<BookedSlot> slots) {
        return slots.stream().map(BookedSlot::id).toList();
    }
}
