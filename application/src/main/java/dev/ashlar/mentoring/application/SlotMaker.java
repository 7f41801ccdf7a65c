package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.domain.Availabilities;
import dev.ashlar.mentoring.domain.Availability;
import dev.ashlar.mentoring.domain.AvailabilityOverride;
import dev.ashlar.mentoring.domain.AvailabilityRule;
import dev.ashlar.mentoring.domain.Mentor;
import dev.ashlar.mentoring.domain.Mentors;
import dev.ashlar.mentoring.domain.Slot;
import dev.ashlar.mentoring.domain.Slots;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes slots of availabilities, for the services of this package; runs in their transactions. */
@Component
class SlotMaker {
    /** How far ahead slots are made. */
    static final int DAYS_AHEAD = 60;

    private final Mentors mentors;
    private final Availabilities availabilities;
    private final Slots slots;
    private final IdSource ids;
    private final InstantSource clock;

    SlotMaker(Mentors mentors, Availabilities availabilities, Slots slots, IdSource ids, InstantSource clock) {
        this.mentors = mentors;
        this.availabilities = availabilities;
        this.slots = slots;
        this.ids = ids;
        this.clock = clock;
    }

    /** The first day for which no slots are made yet. */
    LocalDate horizon() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS_AHEAD);
    }

    /** Makes a mentor's open slots anew after a change; what is booked and what they offered by hand stays. */
    void renew(Mentor mentor) {
        var now = clock.instant();
        slots.lockCalendars(List.of(mentor.userId()));
        slots.removeGenerated(mentor.userId(), now);
        if (mentor.profile().isActive()) {
            make(List.of(mentor), false);
        }
    }

    /** Makes the slots of the days that these mentors, who are locked, have none for. */
    void extend(List<Mentor> locked) {
        slots.lockCalendars(locked.stream().map(Mentor::userId).toList());
        make(locked, true);
    }

    /** Offers the time of cancelled slots once more, where it is open and to come. */
    void reopen(List<Slot> cancelled) {
        var now = clock.instant();
        var open = cancelled.stream()
                .filter(slot -> slot.isAvailable() && slot.startsAt().isAfter(now))
                .map(slot -> slot.reopened(new SlotId(ids.next())))
                .toList();
        if (!open.isEmpty()) {
            slots.offer(open, now);
        }
    }

    private void make(List<Mentor> makeFor, boolean onlyNewDays) {
        var now = clock.instant();
        var owners = makeFor.stream().map(Mentor::userId).toList();
        var rules = availabilities.rules(owners).stream().collect(Collectors.groupingBy(AvailabilityRule::mentorId));
        var overrides = availabilities.overrides(owners).stream()
                .collect(Collectors.groupingBy(AvailabilityOverride::mentorId));
        var made = makeFor.stream()
                .flatMap(mentor -> {
                    var availability = new Availability(
                            rules.getOrDefault(mentor.userId(), List.of()),
                            overrides.getOrDefault(mentor.userId(), List.of()));
                    return slotsOf(mentor, availability, onlyNewDays, now);
                })
                .toList();
        if (!made.isEmpty()) {
            slots.offer(made, now);
        }
        mentors.noteSlotsUntil(owners, horizon());
    }

    private Stream<Slot> slotsOf(Mentor mentor, Availability availability, boolean onlyNewDays, Instant now) {
        var today = LocalDate.ofInstant(now, mentor.profile().zone());
        var done = mentor.slotsUntil();
        var from = onlyNewDays && done != null && done.isAfter(today) ? done : today;
        var until = horizon();
        if (!from.isBefore(until)) {
            return Stream.of();
        }
        return availability
                .slots(mentor.profile(), from, until, now)
                .map(span -> open(mentor.userId(), span.from(), Objects.requireNonNull(span.until())));
    }

    private Slot open(UserId mentor, Instant startsAt, Instant endsAt) {
        return Slot.open(new SlotId(ids.next()), mentor, startsAt, endsAt, true);
    }
}
