// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.InstantRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Time of a schedule item: from one instant to another, or whole days, which are the same dates in each zone.
 *
 * @param startsAt start; null for whole days
 * @param endsAt first instant after the item; null for whole days
 * @param startsOn first day; null unless the item has whole days
 * @param endsOn last day; null unless the item has whole days
 * @param zone time zone in which a series keeps its local time
 */
public record ItemTime(
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        String zone) {
    public static final int MAX_DAYS = 31;
    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 9000;

    /** Calendars of others know no parts of a second. */
    private static final String WHOLE_SECOND = "must be a whole second";

    /** Returns the time that a request names, either by instants or by days, checked. */
    public static ItemTime of(
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String zone) {
        if (startsAt != null && endsAt != null && startsOn == null && endsOn == null) {
            return between(startsAt, endsAt, zone);
        }
        Fields.require(startsAt == null && endsAt == null, "/startsAt", "must come with endsAt and without days");
        if (startsOn == null || endsOn == null) {
            throw Fields.invalid("/startsOn", "must come with endsOn, unless startsAt and endsAt are given");
        }
        return days(startsOn, endsOn, zone);
    }

    /** Returns the time of an item with a start and an end, checked. */
    public static ItemTime between(Instant startsAt, Instant endsAt, String zone) {
        var time = new ItemTime(startsAt, endsAt, null, null, zone);
        Fields.require(startsAt.equals(startsAt.truncatedTo(ChronoUnit.SECONDS)), "/startsAt", WHOLE_SECOND);
        Fields.require(endsAt.equals(endsAt.truncatedTo(ChronoUnit.SECONDS)), "/endsAt", WHOLE_SECOND);
        Fields.require(startsAt.isBefore(endsAt), "/endsAt", "must be after startsAt");
        Fields.require(
                Duration.between(startsAt, endsAt).compareTo(Duration.ofDays(MAX_DAYS)) <= 0,
                "/endsAt",
                "must be at most " + MAX_DAYS + " days after startsAt");
        Fields.timeZone("/zone", zone);
        Fields.within("/startsAt", time.day().getYear(), FIRST_YEAR, LAST_YEAR);
        return time;
    }

    /** Returns the time of an item of whole days, checked. */
    public static ItemTime days(LocalDate startsOn, LocalDate endsOn, String zone) {
        Fields.require(!endsOn.isBefore(startsOn), "/endsOn", "must not be before startsOn");
        Fields.require(
                startsOn.plusDays(MAX_DAYS).isAfter(endsOn), "/endsOn", "must end at most " + MAX_DAYS + " days");
        Fields.timeZone("/zone", zone);
        Fields.within("/startsOn", startsOn.getYear(), FIRST_YEAR, LAST_YEAR);
        return new ItemTime(null, null, startsOn, endsOn, zone);
    }

    /** True if the item has whole days. */
    public boolean coversDays() {
        return startsOn != null;
    }

    /** Returns the first day, in the item's zone. */
    public LocalDate day() {
        return startsOn != null ? startsOn : local(startsAt).toLocalDate();
    }

    /** Returns the local time at which the item starts, or null if it has whole days. */
    public @Nullable LocalTime timeOfDay() {
        return startsOn != null ? null : local(startsAt).toLocalTime();
    }

    /**
     * Returns the time of an occurrence on another day: at the same local time, and as long. An hour that the clock skips is shifted by what it
     * skips; of an hour that it repeats, the first one counts (RFC 5545).
     */
    ItemTime on(LocalDate day) {
        if (startsOn != null) {
            long length = ChronoUnit.DAYS.between(startsOn, Objects.requireNonNull(endsOn));
            return new ItemTime(null, null, day, day.plusDays(length), zone);
        }
        if (day.equals(day())) {
            return this;
        }
        var start = day.atTime(Objects.requireNonNull(timeOfDay()))
                .atZone(ZoneId.of(zone))
                .toInstant();
        return new ItemTime(start, start.plus(Duration.between(startsAt, endsAt)), null, null, zone);
    }

    /** Returns the time of the first occurrence of a series, whose local time the clock must show for it to be that of the others. */
    ItemTime beginningOn(LocalDate day) {
        var first = on(day);
        if (startsOn != null) {
            return first;
        }
        var wanted = day.atTime(Objects.requireNonNull(timeOfDay()));
        requireShown(wanted, first);
        Fields.require(
                wanted.atZone(ZoneId.of(zone)).toInstant().equals(first.startsAt),
                "/startsAt",
                "must be the first " + wanted + " of the two that the clock of " + zone + " shows, if the item recurs");
        return first;
    }

    /** Refuses a rest of the series that begins as its occurrence on this day does, if the clock skips the local time of the series. */
    void requireUnshifted(LocalDate day, ItemTime rest) {
        var first = on(day);
        if (timeOfDay() != null && Objects.equals(first.startsAt, rest.startsAt)) {
            requireShown(day.atTime(Objects.requireNonNull(timeOfDay())), first);
        }
    }

    private static void requireShown(LocalDateTime wanted, ItemTime first) {
        Fields.require(
                first.local(first.startsAt).toLocalDateTime().equals(wanted),
                "/startsAt",
                "must be on another date, because the series would begin on one on which the clock of " + first.zone
                        + " skips " + wanted);
    }

    /** True if the clock of the zone shows this day at some instant. Apia had no 30 December 2011. */
    boolean hasDay(LocalDate day) {
        return startsOn != null
                || day.atStartOfDay(ZoneId.of(zone)).toLocalDate().equals(day);
    }

    /** Returns the span that the item takes for a viewer in this zone. */
    public InstantRange range(ZoneId viewer) {
        if (startsOn == null) {
            return new InstantRange(Objects.requireNonNull(startsAt), endsAt);
        }
        var after = Objects.requireNonNull(endsOn).plusDays(1);
        var from = startsOn.atStartOfDay(viewer).toInstant();
        var until = after.atStartOfDay(viewer).toInstant();
        // Both are equal where the zone skips the only day.
        return new InstantRange(from, from.isBefore(until) ? until : from.plus(1, ChronoUnit.DAYS));
    }

    /** Returns the span that contains {@link #range} of every zone. */
    InstantRange cover() {
        if (startsOn == null) {
            return new InstantRange(Objects.requireNonNull(startsAt), endsAt);
        }
        var after = Objects.requireNonNull(endsOn).plusDays(1).atStartOfDay();
        return new InstantRange(startsOn.atStartOfDay().toInstant(ZoneOffset.MAX), after.toInstant(ZoneOffset.MIN));
    }

    private ZonedDateTime local(@Nullable Instant at) {
        return Objects.requireNonNull(at).atZone(ZoneId.of(zone));
    }
}
