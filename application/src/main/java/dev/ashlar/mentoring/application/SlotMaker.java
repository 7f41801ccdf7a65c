// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.Availabilities;
import dev.ashlar.mentoring.domain.Availability;
import dev.ashlar.mentoring.domain.BookedSlot;
import dev.ashlar.mentoring.domain.Mentor;
import dev.ashlar.mentoring.domain.Mentors;
import dev.ashlar.mentoring.domain.Offer;
import dev.ashlar.mentoring.domain.OpenSlot;
import dev.ashlar.mentoring.domain.Slots;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Generation of slots from availabilities, for the services of this package; runs in their transactions. */
@Component
class SlotMaker {
    /** Days for which slots are generated. */
    static final int DAYS_AHEAD = 60;

    private final Mentors mentors;
    private final Availabilities availabilities;
    private final Slots slots;
    private final SlotKeeper keeper;
    private final IdSource ids;
    private final InstantSource clock;

    SlotMaker(
            Mentors mentors,
            Availabilities availabilities,
            Slots slots,
            SlotKeeper keeper,
            IdSource ids,
            InstantSource clock) {
        this.mentors = mentors;
        this.availabilities = availabilities;
        this.slots = slots;
        this.keeper = keeper;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns the first day for which no slots are generated yet. */
    LocalDate horizon() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS_AHEAD);
    }

    /** Generates a mentor's open slots anew after a change; booked slots and slots offered by hand stay. */
    void renew(Mentor mentor) {
        var now = clock.instant();
        keeper.lockCalendars(mentor.userId());
        slots.removeGenerated(mentor.userId(), now);
        if (mentor.profile().isActive()) {
            make(mentor, false);
        }
    }

    /** Generates the slots of further days for a mentor who is locked. */
    void extend(Mentor locked) {
        keeper.lockCalendars(locked.userId());
        make(locked, true);
    }

    /**
     * Offers the time of cancelled slots again, where it is available and in the future. Jobs have locked slots by now, so no calendar
     * may be locked: an overlapping slot that is being offered is refused by the constraint, or this one is.
     */
    void reopen(List<BookedSlot> cancelled) {
        var now = clock.instant();
        var open = cancelled.stream()
                .filter(slot -> slot.isAvailable() && slot.startsAt().isAfter(now))
                .map(slot -> slot.reopened(new SlotId(ids.next())))
                .toList();
        if (!open.isEmpty()) {
            slots.offer(open, now);
        }
    }

    private void make(Mentor mentor, boolean onlyNewDays) {
        var now = clock.instant();
        var owner = List.of(mentor.userId());
        var availability = new Availability(availabilities.rules(owner), availabilities.overrides(owner));
        var made = slotsOf(mentor, availability, onlyNewDays, now).toList();
        if (!made.isEmpty()) {
            slots.offer(made, now);
        }
        mentors.noteSlotsUntil(mentor.userId(), horizon());
    }

    private Stream<OpenSlot> slotsOf(Mentor mentor, Availability availability, boolean onlyNewDays, Instant now) {
        var today = LocalDate.ofInstant(now, mentor.profile().plan().zone());
        var done = mentor.slotsUntil();
        var from = onlyNewDays && done != null && done.isAfter(today) ? done : today;
        var until = horizon();
        if (!from.isBefore(until)) {
            return Stream.of();
        }
        return availability
                .slots(mentor.profile().plan(), from, until, now)
                .map(span -> open(mentor.userId(), span.from(), Objects.requireNonNull(span.until())));
    }

    private OpenSlot open(UserId mentor, Instant startsAt, Instant endsAt) {
        return OpenSlot.of(new Offer(new SlotId(ids.next()), mentor, startsAt, endsAt, true));
    }
}
