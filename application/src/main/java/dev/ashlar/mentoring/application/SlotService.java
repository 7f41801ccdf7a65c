// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.MentoringProblem;
import dev.ashlar.mentoring.domain.Mentors;
import dev.ashlar.mentoring.domain.Offer;
import dev.ashlar.mentoring.domain.OpenSlot;
import dev.ashlar.mentoring.domain.Slots;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Open slots, slots of the actor, and slots that mentors offer by hand. */
@ApplicationService
public class SlotService {
    private static final String OPEN_SLOTS = "mentoring.open-slots";
    private static final String MEETINGS = "mentoring.meetings";
    private static final String HISTORY = "mentoring.slot-history";

    private final Slots slots;
    private final SlotKeeper keeper;
    private final Mentors mentors;
    private final SlotViews views;
    private final IdSource ids;
    private final InstantSource clock;

    SlotService(Slots slots, SlotKeeper keeper, Mentors mentors, SlotViews views, IdSource ids, InstantSource clock) {
        this.slots = slots;
        this.keeper = keeper;
        this.mentors = mentors;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns open slots of a mentor outside the notice, by start. */
    public Page<OpenSlotView> openSlots(
            UserId mentorId, @Nullable Instant from, @Nullable Instant until, PageRequest page) {
        var mentor = mentors.find(mentorId)
                .filter(found -> found.profile().isActive())
                .orElseThrow(() -> MentoringProblem.MENTOR_NOT_FOUND.because(
                        "No mentor with the id " + mentorId.value() + " takes bookings."));
        var earliest = Stream.of(
                        from == null ? Instant.EPOCH : from,
                        clock.instant().plus(mentor.profile().terms().minNotice()),
                        afterCursor(page))
                .max(Instant::compareTo)
                .orElseThrow();
        var rows = views.openSlots(mentorId, earliest, until, page.rowsToRead());
        return Page.of(rows, page, slot -> Cursor.of(OPEN_SLOTS, slot.startsAt()));
    }

    /** Returns a slot to its mentor, its student or an administrator. */
    public SlotView get(Actor actor, SlotId id) {
        return SlotView.of(keeper.visibleTo(actor, id));
    }

    /** Returns booked slots of the actor in either role, latest start first. */
    public Page<SlotView> meetings(Actor actor, MeetingFilter filter, PageRequest page) {
        var rows = views.meetings(actor.userId(), filter, page.afterPlace(MEETINGS), page.rowsToRead());
        return Page.of(rows, page, slot -> Cursor.of(MEETINGS, slot.startsAt(), slot.id()));
    }

    public long countMeetings(Actor actor, MeetingFilter filter) {
        return views.countMeetings(actor.userId(), filter);
    }

    /** Returns the transitions of a slot, oldest first, to its mentor, its student or an administrator. */
    public Page<SlotTransitionView> history(Actor actor, SlotId id, PageRequest page) {
        keeper.visibleTo(actor, id);
        var after = page.afterLong(HISTORY);
        var rows = views.history(id, after == null ? 0 : after.intValue(), page.rowsToRead());
        return Page.of(rows, page, transition -> Cursor.of(HISTORY, transition.version()));
    }

    /** Offers a slot besides the actor's availability. */
    @Transactional
    public SlotView offer(Actor actor, Instant startsAt, Instant endsAt) {
        MentorService.requireExpert(actor);
        if (mentors.find(actor.userId()).isEmpty()) {
            throw MentoringProblem.MENTOR_NOT_FOUND.because("You are not a mentor. Save your mentor profile first.");
        }
        var now = clock.instant();
        if (!startsAt.isAfter(now)) {
            throw KernelProblem.INVALID_REQUEST
                    .because("The slot starts at " + startsAt + ", which has passed. Choose a time in the future.")
                    .at("/startsAt", "must be in the future");
        }
        var slot = OpenSlot.of(new Offer(new SlotId(ids.next()), actor.userId(), startsAt, endsAt, false));
        keeper.lockCalendars(actor.userId());
        if (!slots.add(slot, now)) {
            throw MentoringProblem.SLOT_OVERLAPPING.because("You offer another slot between " + startsAt + " and "
                    + endsAt + ". Choose another time, or withdraw it.");
        }
        return SlotView.of(slot);
    }

    /** Withdraws an open slot; its time is not generated again. */
    @Transactional
    public void withdraw(Actor actor, SlotId id, int version) {
        var slot = keeper.ofMentor(actor, id);
        if (!(slot instanceof OpenSlot open)) {
            throw MentoringProblem.ILLEGAL_TRANSITION.because(
                    slot.description() + " and cannot be withdrawn. Reject its request, or request its cancellation.");
        }
        if (open.version() != version) {
            throw KernelProblem.stale("Slot " + id.value(), version);
        }
        keeper.withdraw(actor, open, clock.instant());
    }

    /** Returns the start after a page's last; a mentor's open slots do not overlap, so it needs no tie-break. */
    private static Instant afterCursor(PageRequest page) {
        var last = page.afterTime(OPEN_SLOTS);
        return last == null ? Instant.EPOCH : last.plus(1, ChronoUnit.MICROS);
    }
}
