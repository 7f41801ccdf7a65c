package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.SlotChange;
import dev.ashlar.mentoring.domain.Slots;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** How a slot becomes a meeting. Everybody takes locks in one order: the calendars of the two, the slot, the wallet. */
@ApplicationService
public class BookingService {
    private final Slots slots;
    private final SlotKeeper keeper;
    private final Settlement settlement;
    private final ApplicationEventPublisher events;
    private final IdSource ids;
    private final InstantSource clock;

    BookingService(
            Slots slots,
            SlotKeeper keeper,
            Settlement settlement,
            ApplicationEventPublisher events,
            IdSource ids,
            InstantSource clock) {
        this.slots = slots;
        this.keeper = keeper;
        this.settlement = settlement;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Asks for an open slot; its price is held. */
    @Transactional
    public SlotView request(Actor actor, SlotId id) {
        var slot = keeper.find(id);
        slots.lockCalendars(List.of(slot.mentorId(), actor.userId()));
        var now = clock.instant();
        var requested = slot.request(actor.userId(), keeper.mentorOf(slot), now);
        keeper.store(new SlotChange(slot, requested, actor.userId(), null, now));
        settlement.hold(requested, Objects.requireNonNull(requested.booked().requestExpiresAt()));
        return SlotView.of(requested);
    }

    /** Books an open slot of a mentor who need not be asked; its price is spent. */
    @Transactional
    public SlotView book(Actor actor, SlotId id) {
        var slot = keeper.find(id);
        slots.lockCalendars(List.of(slot.mentorId(), actor.userId()));
        var now = clock.instant();
        var booked = slot.book(actor.userId(), keeper.mentorOf(slot), now);
        keeper.store(new SlotChange(slot, booked, actor.userId(), null, now));
        settlement.spend(booked);
        events.publishEvent(Announcements.confirmed(booked));
        return SlotView.of(booked);
    }

    /** The mentor takes a request up. */
    @Transactional
    public SlotView review(Actor actor, SlotId id) {
        var slot = keeper.ofMentor(actor, id);
        var now = clock.instant();
        return SlotView.of(store(slot, slot.review(now), actor, null, now));
    }

    /**
     * The mentor accepts; what is held is spent.
     *
     * @param meetingUrl where to meet; the mentor's usual place, if null
     */
    @Transactional
    public SlotView confirm(Actor actor, SlotId id, @Nullable String meetingUrl) {
        var slot = keeper.ofMentor(actor, id);
        var now = clock.instant();
        var url = meetingUrl == null ? keeper.mentorOf(slot).profile().meetingUrl() : meetingUrl;
        var confirmed = store(slot, slot.confirm(url, now), actor, null, now);
        settlement.capture(confirmed);
        events.publishEvent(Announcements.confirmed(confirmed));
        return SlotView.of(confirmed);
    }

    /** The mentor refuses; what is held is given back. */
    @Transactional
    public SlotView reject(Actor actor, SlotId id, @Nullable String reason) {
        var slot = keeper.ofMentor(actor, id);
        var rejected = store(slot, slot.reject(reason), actor, reason, clock.instant());
        settlement.release(rejected);
        events.publishEvent(Announcements.cancelled(rejected));
        return SlotView.of(rejected);
    }

    /**
     * The student moves a confirmed meeting to another open slot of the same mentor; the time it had is open again.
     *
     * @param toId the slot whose time it gets, and which is gone then
     */
    @Transactional
    public SlotView reschedule(Actor actor, SlotId id, SlotId toId) {
        var slot = keeper.ofStudent(actor, id);
        slot.requireConfirmed();
        var mentor = keeper.mentorOf(slot);
        slots.lockCalendars(List.of(slot.mentorId(), slot.booked().studentId()));
        var now = clock.instant();
        var open = keeper.find(toId);
        var moved = slot.moveTo(open, mentor, now);
        if (!slots.remove(open.id(), open.version())) {
            throw MentoringProblem.SLOT_TAKEN.because("Somebody else was faster; choose another one.");
        }
        keeper.store(new SlotChange(slot, moved, actor.userId(), "Moved from " + slot.startsAt(), now));
        slots.add(slot.reopened(new SlotId(ids.next())), now);
        events.publishEvent(Announcements.confirmed(moved));
        return SlotView.of(moved);
    }

    private Slot store(Slot before, Slot after, Actor actor, @Nullable String reason, Instant now) {
        slots.lockCalendars(List.of(after.mentorId(), after.booked().studentId()));
        return keeper.store(new SlotChange(before, after, actor.userId(), reason, now));
    }
}
