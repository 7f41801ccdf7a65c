package dev.ashlar.mentoring.application;

import dev.ashlar.identity.People;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.Mentors;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.Slots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happens to slots when nobody does anything, and when somebody leaves. Each call handles one batch. A slot whose tokens
 * the wallet cannot move stays as it is and is put aside, for a person to decide.
 */
@ApplicationService
public class SlotHousekeeping {
    /** How long after its end a meeting is taken for held, if neither of the two has said anything. */
    static final Duration TIME_TO_OBJECT = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(SlotHousekeeping.class);
    private static final int BATCH = 200;
    private static final int REMOVAL_BATCH = 1000;
    private static final int MENTOR_BATCH = 10;

    private final Slots slots;
    private final Mentors mentors;
    private final SlotMaker maker;
    private final Settlement settlement;
    private final People people;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    SlotHousekeeping(
            Slots slots,
            Mentors mentors,
            SlotMaker maker,
            Settlement settlement,
            People people,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.slots = slots;
        this.mentors = mentors;
        this.maker = maker;
        this.settlement = settlement;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Removes open slots that nobody asked for in time; returns how many. */
    @Job(name = "mentoring.remove-past-slots", every = "24h")
    @Transactional
    public int removePast() {
        return slots.removePast(clock.instant(), REMOVAL_BATCH);
    }

    /** Cancels requests that were not answered in time, and gives their tokens back; returns how many it looked at. */
    @Job(name = "mentoring.expire-requests", every = "1m")
    @Transactional
    public int expireRequests() {
        var now = clock.instant();
        var expired = slots.lockExpired(now, BATCH);
        end(expired, settlement.giveBack(expired, _ -> 0), _ -> true, "The mentor did not answer in time", now);
        return expired.size();
    }

    /** Who says nothing to a cancellation until the meeting would start has agreed to it; returns how many it looked at. */
    @Job(name = "mentoring.approve-undecided-cancellations", every = "1m")
    @Transactional
    public int approveUndecided() {
        var now = clock.instant();
        var undecided = slots.lockUndecided(now, BATCH);
        var settled = settlement.giveBack(undecided, Slot::penalty);
        end(undecided, settled, _ -> false, "Nobody objected to the cancellation", now);
        return undecided.size();
    }

    /** Completes meetings that ended a while ago; returns how many it looked at. */
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

    /** Makes slots for days that have come within reach; returns for how many mentors. */
    @Job(name = "mentoring.make-slots", cron = "0 15 2 * * *")
    @Transactional
    public int makeSlots() {
        var due = mentors.withoutSlotsUntil(maker.horizon(), MENTOR_BATCH);
        if (!due.isEmpty()) {
            maker.extend(due);
        }
        return due.size();
    }

    /**
     * Ends what somebody whose account is off has ahead of them, on either side: tokens come back whole, whoever leaves. Who
     * is back by now keeps all they have. Safe to repeat; returns how many slots it looked at.
     */
    @Transactional
    public int endFutureOf(UserId person) {
        if (!people.lockDeactivated(person)) {
            return 0;
        }
        var now = clock.instant();
        mentors.deactivate(person, now);
        slots.lockCalendars(List.of(person));
        var future = slots.lockFuture(person, now, BATCH);
        var settled = settlement.giveBack(future, _ -> 0);
        end(future, settled, slot -> slot.isStudent(person), "The account was deactivated", now);
        return future.size();
    }

    private void end(List<Slot> due, Set<SlotId> settled, Predicate<Slot> openAgain, String reason, Instant now) {
        var ending = settledOf(due, settled, now);
        if (ending.isEmpty()) {
            return;
        }
        var reopened = ending.stream().filter(openAgain).toList();
        var cancelled = slots.cancelAll(idsOf(ending), idsOf(reopened), reason, now);
        maker.reopen(cancelled);
        cancelled.stream()
                .filter(slot -> slot.booking() != null)
                .forEach(slot -> events.publishEvent(Announcements.cancelled(slot)));
    }

    /** Those whose tokens have moved; the others are put aside, so that they stay as they are and hinder nobody. */
    private List<Slot> settledOf(List<Slot> due, Set<SlotId> settled, Instant now) {
        var others = due.stream().filter(slot -> !settled.contains(slot.id())).toList();
        if (!others.isEmpty()) {
            slots.putAside(idsOf(others), now);
            others.forEach(slot -> log.warn(
                    "The wallet does not settle the slot {}; it is put aside.",
                    slot.id().value()));
        }
        return due.stream().filter(slot -> settled.contains(slot.id())).toList();
    }

    private static List<SlotId> idsOf(List<Slot> slots) {
        return slots.stream().map(Slot::id).toList();
    }
}
