// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Recurrence of a series in local dates: a rule of RFC 5545 that skips no month, because a date that a month lacks falls on the month's
 * last day (RFC 7529, SKIP=BACKWARD). The time of day belongs to the item that recurs.
 *
 * @param rule the rule in canonical form, its days explicit, so that it does not depend on the anchor's day
 * @param anchor date from which intervals are counted; no date of the series is earlier
 */
public record Recurrence(String rule, LocalDate anchor) {
    public static final int MAX_LENGTH = 200;
    public static final int MAX_INTERVAL = 366;
    public static final int MAX_COUNT = 1000;

    public Recurrence {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(anchor, "anchor");
    }

    /** Reads a rule of dates, whose UNTIL is a date, and refuses it at the pointer if it is not supported. */
    public static Recurrence of(String pointer, String rule, LocalDate anchor) {
        return RecurrenceText.read(pointer, rule, anchor, until -> {
            throw Fields.invalid(pointer, "must have a date as UNTIL, such as UNTIL=20271231");
        });
    }

    /** Reads a rule of times, whose UNTIL is a date or a time in UTC, and refuses it at the pointer if it is not supported. */
    public static Recurrence of(String pointer, String rule, LocalDateTime start, ZoneId zone) {
        return RecurrenceText.read(
                pointer, rule, start.toLocalDate(), until -> lastDate(until, start.toLocalTime(), zone));
    }

    /** Returns the first date that is not before the anchor. */
    public LocalDate first() {
        return dates(anchor).findFirst().orElseThrow();
    }

    /** Returns the next date after this one, or nothing if the series is over. */
    public Optional<LocalDate> after(LocalDate date) {
        return dates(date.plusDays(1)).findFirst();
    }

    /** Returns the dates from one to another, the latter excluded. Costs what they cost, however far they are from the anchor. */
    public List<LocalDate> between(LocalDate from, LocalDate until) {
        return dates(from).takeWhile(date -> date.isBefore(until)).toList();
    }

    public boolean includes(LocalDate date) {
        return dates(date).findFirst().filter(date::equals).isPresent();
    }

    /** Returns the number of dates in the series, or null if the rule does not limit it. */
    public @Nullable Integer count() {
        return RecurrenceDates.parsed(rule).getCount();
    }

    /** Returns the same series without the limit of its number. */
    public Recurrence uncounted() {
        return count() == null ? this : new Recurrence(RecurrenceText.endless(rule), anchor);
    }

    /** Returns a date that no date of the series follows, or null if the series does not end. */
    public @Nullable LocalDate bound() {
        var until = RecurrenceDates.until(RecurrenceDates.parsed(rule));
        return count() == null ? until : dates(anchor).reduce(anchor, (earlier, later) -> later);
    }

    /** Returns the part of the series before the date. */
    public Recurrence endingBefore(LocalDate date) {
        return new Recurrence(RecurrenceText.until(rule, date.minusDays(1)), anchor);
    }

    /** Returns the part of the series from this date of it on. */
    public Recurrence continuingAt(LocalDate date) {
        var count = count();
        if (count == null) {
            return new Recurrence(rule, date);
        }
        int passed = between(anchor, date).size();
        return new Recurrence(RecurrenceText.counted(rule, Math.max(1, count - passed)), date);
    }

    /**
     * Returns the rule for calendars of others, as the value of RRULE.
     *
     * @param time time of day of the series; null if it has whole days
     */
    public String calendarRule(@Nullable LocalTime time, ZoneId zone) {
        return RecurrenceText.forCalendars(rule, time, zone);
    }

    private Stream<LocalDate> dates(LocalDate from) {
        return RecurrenceDates.of(rule, anchor, from);
    }

    private static LocalDate lastDate(Instant until, LocalTime time, ZoneId zone) {
        var date = until.atZone(zone).toLocalDate();
        return date.atTime(time).atZone(zone).toInstant().isAfter(until) ? date.minusDays(1) : date;
    }
}
