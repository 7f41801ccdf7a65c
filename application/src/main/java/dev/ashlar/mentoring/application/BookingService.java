// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.ExpectedTerms;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.SlotChange;
import dev.ashlar.mentoring.domain.Slots;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** From an open slot to a confirmed meeting. */
@ApplicationService
public class BookingService {
    private final Slots slots;
    private final SlotKeeper keeper;
    private final SlotMaker maker;
    private final Settlement settlement;
    private final ApplicationEventPublisher events;
    private final IdSource ids;
    private final InstantSource clock;

    BookingService(
            Slots slots,
            SlotKeeper keeper,
            SlotMaker maker,
            Settlement settlement,
            ApplicationEventPublisher events,
            IdSource ids,
            InstantSource clock) {
        this.slots = slots;
        this.keeper = keeper;
        this.maker = maker;
        this.settlement = settlement;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** Requests an open slot; its price is held. Refuses terms that the student does not expect. */
    @Transactional
    public SlotView request(Actor actor, SlotId id, ExpectedTerms expected) {
        var slot = keeper.find(id).open();
        keeper.lockForBooking(actor.userId(), slot);
        var now = clock.instant();
        var mentor = keeper.mentorOf(slot);
        expected.requireMetBy(mentor.profile().terms());
        var requested = slot.request(actor.userId(), mentor, now);
        slots.countOpenRequests(actor.userId(), slot.mentorId(), now).requireRoom();
        keeper.storeLocked(new SlotChange(slot, requested, actor.userId(), null, now));
        settlement.hold(requested, Objects.requireNonNull(requested.booking().requestExpiresAt()));
        return SlotView.of(requested);
    }

    /** Books an open slot of a mentor who allows direct booking; its price is spent. Refuses terms that the student does not expect. */
    @Transactional
    public SlotView book(Actor actor, SlotId id, ExpectedTerms expected) {
        var slot = keeper.find(id).open();
        keeper.lockForBooking(actor.userId(), slot);
        var now = clock.instant();
        var mentor = keeper.mentorOf(slot);
        expected.requireMetBy(mentor.profile().terms());
        var booked = slot.book(actor.userId(), mentor, now);
        if (booked.booking().terms().priceTokens() == 0) {
            slots.countOpenRequests(actor.userId(), slot.mentorId(), now).requireRoom();
        }
        keeper.storeLocked(new SlotChange(slot, booked, actor.userId(), null, now));
        settlement.spend(booked);
        events.publishEvent(Announcements.confirmed(booked));
        return SlotView.of(booked);
    }

    /** Takes a request up for review by the mentor. */
    @Transactional
    public SlotView review(Actor actor, SlotId id) {
        var slot = keeper.ofMentor(actor, id).booked();
        var now = clock.instant();
        return SlotView.of(keeper.store(new SlotChange(slot, slot.review(now), actor.userId(), null, now)));
    }

    /**
     * Accepts a request; the held tokens are spent.
     *
     * @param meetingUrl place of the meeting; the mentor's usual place if null
     */
    @Transactional
    public SlotView confirm(Actor actor, SlotId id, @Nullable String meetingUrl) {
        var slot = keeper.ofMentor(actor, id).booked();
        var now = clock.instant();
        var url = meetingUrl == null ? keeper.mentorOf(slot).profile().meetingUrl() : meetingUrl;
        var confirmed = keeper.store(new SlotChange(slot, slot.confirm(url, now), actor.userId(), null, now));
        settlement.capture(confirmed);
        events.publishEvent(Announcements.confirmed(confirmed));
        return SlotView.of(confirmed);
    }

    /** Rejects a request; the held tokens are released. */
    @Transactional
    public SlotView reject(Actor actor, SlotId id, @Nullable String reason) {
        var slot = keeper.ofMentor(actor, id).booked();
        var rejected = slot.reject(reason);
        keeper.store(new SlotChange(
                slot, rejected, actor.userId(), rejected.booking().cancelReason(), clock.instant()));
        settlement.release(rejected);
        events.publishEvent(Announcements.cancelled(rejected));
        return SlotView.of(rejected);
    }

    /** Withdraws a request of its student; the held tokens are released and its time is open again. */
    @Transactional
    public SlotView withdrawRequest(Actor actor, SlotId id) {
        var slot = keeper.ofStudent(actor, id).booked();
        var withdrawn =
                keeper.store(new SlotChange(slot, slot.withdrawRequest(), actor.userId(), null, clock.instant()));
        maker.reopen(List.of(withdrawn));
        settlement.release(withdrawn);
        events.publishEvent(Announcements.cancelled(withdrawn));
        return SlotView.of(withdrawn);
    }

    /**
     * Moves a confirmed meeting to another open slot of the same mentor; its former time is open again.
     *
     * @param toId slot whose time the meeting takes, and which is removed
     */
    @Transactional
    public SlotView reschedule(Actor actor, SlotId id, SlotId toId) {
        var slot = keeper.ofStudent(actor, id).booked();
        slot.requireConfirmed();
        keeper.lockCalendars(slot.mentorId(), slot.booking().studentId());
        var now = clock.instant();
        var open = keeper.find(toId).open();
        var moved = slot.moveTo(open, keeper.mentorOf(slot), now);
        if (!slots.remove(open.id(), open.version())) {
            throw MentoringProblem.SLOT_TAKEN.because(
                    "Slot " + open.id().value() + " was booked by another student. Choose another slot.");
        }
        keeper.storeLocked(new SlotChange(slot, moved, actor.userId(), "Moved from " + slot.startsAt(), now));
        slots.add(slot.reopened(new SlotId(ids.next())), now);
        events.publishEvent(Announcements.confirmed(moved));
        return SlotView.of(moved);
    }
}
