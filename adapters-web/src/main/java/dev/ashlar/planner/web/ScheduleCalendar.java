// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import static dev.ashlar.kernel.web.CalendarText.LINE_END;
import static dev.ashlar.kernel.web.CalendarText.escaped;
import static dev.ashlar.kernel.web.CalendarText.utc;
import static java.util.stream.Collectors.joining;

import dev.ashlar.kernel.web.CalendarText;
import dev.ashlar.planner.application.CalendarContent;
import dev.ashlar.planner.domain.ItemTime;
import dev.ashlar.planner.domain.OccurrenceException;
import dev.ashlar.planner.domain.Recurrence;
import dev.ashlar.planner.domain.ScheduleItem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Schedule as an iCalendar object (RFC 5545). Only series have a time zone; all other times are in UTC. The same schedule always gives
 * the same text, which has therefore an ETag.
 */
final class ScheduleCalendar {
    /** Calendar shown in the API description. */
    static final String EXAMPLE = "BEGIN:VCALENDAR" + LINE_END
            + "VERSION:2.0" + LINE_END
            + "PRODID:-//Ashlar//Planner//EN" + LINE_END
            + "X-WR-CALNAME:Phone" + LINE_END
            + "BEGIN:VEVENT" + LINE_END
            + "UID:019a0b1c-2d3e-7f40-8a5b-000000000510@ashlar" + LINE_END
            + "DTSTAMP:20260131T093000Z" + LINE_END
            + "SEQUENCE:2" + LINE_END
            + "SUMMARY:Meeting with your mentor" + LINE_END
            + "DTSTART:20260203T160000Z" + LINE_END
            + "DTEND:20260203T170000Z" + LINE_END
            + "END:VEVENT" + LINE_END
            + "END:VCALENDAR" + LINE_END;

    private static final Set<String> UTC = Set.of("UTC", "Etc/UTC");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    private final CalendarText text = new CalendarText();

    private ScheduleCalendar() {}

    static CalendarText of(CalendarContent content, Instant now) {
        var calendar = new ScheduleCalendar();
        calendar.text
                .line("BEGIN", "VCALENDAR")
                .line("VERSION", "2.0")
                .line("PRODID", "-//Ashlar//Planner//EN")
                .line("X-WR-CALNAME", escaped(content.name()));
        calendar.zones(content.items(), now);
        content.items().forEach(calendar::events);
        calendar.text.line("END", "VCALENDAR");
        return calendar.text;
    }

    /** Defines the zones of series. A calendar needs a component, so that an empty one defines UTC. */
    private void zones(List<ScheduleItem> items, Instant now) {
        var earliest = new TreeMap<String, Instant>();
        for (var item : items) {
            var time = item.details().time();
            if (item.recurrence() != null && hasZone(time)) {
                var start = Objects.requireNonNull(time.startsAt());
                earliest.merge(time.zone(), start, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        if (items.isEmpty()) {
            earliest.put("UTC", now);
        }
        earliest.forEach((zone, from) -> CalendarZone.write(text, ZoneId.of(zone), from, now));
    }

    private void events(ScheduleItem item) {
        var recurrence = item.recurrence();
        begin(item, item.details().title());
        if (recurrence == null) {
            once(item.details().time());
        } else {
            series(item, recurrence);
        }
        text.line("END", "VEVENT");
        for (var exception : item.exceptions().occurrences()) {
            if (exception.time() != null) {
                moved(item, exception, exception.time());
            }
        }
    }

    /** A meeting has the UID and the sequence of its invitation, so that a calendar with both shows one event. */
    private void begin(ScheduleItem item, String title) {
        var meeting = item.meeting();
        var uid = meeting == null ? item.id().value() : meeting.sourceId();
        text.line("BEGIN", "VEVENT")
                .line("UID", uid + "@ashlar")
                .line("DTSTAMP", utc(item.updatedAt()))
                .line("SEQUENCE", Integer.toString(meeting == null ? item.version() : meeting.sourceVersion()))
                .line("SUMMARY", escaped(title));
    }

    private void once(ItemTime time) {
        if (time.coversDays()) {
            days(time);
        } else {
            text.line("DTSTART", utc(Objects.requireNonNull(time.startsAt())))
                    .line("DTEND", utc(Objects.requireNonNull(time.endsAt())));
        }
    }

    private void days(ItemTime time) {
        text.line("DTSTART;VALUE=DATE", DATE.format(time.startsOn()))
                .line(
                        "DTEND;VALUE=DATE",
                        DATE.format(Objects.requireNonNull(time.endsOn()).plusDays(1)));
    }

    /** An occurrence lasts as long as the first, also across a change of the clock: a duration says so, an end would not. */
    private void series(ScheduleItem item, Recurrence recurrence) {
        var time = item.details().time();
        if (time.coversDays()) {
            days(time);
        } else {
            text.line(zoned("DTSTART", time), on(time, time.day()))
                    .line(
                            "DURATION",
                            "PT"
                                    + Duration.between(time.startsAt(), time.endsAt())
                                            .toSeconds() + "S");
        }
        text.line("RRULE", recurrence.calendarRule(time.timeOfDay(), ZoneId.of(time.zone())));
        var removed = item.exceptions().occurrences().stream()
                .filter(exception -> exception.time() == null)
                .map(exception -> on(time, exception.on()))
                .collect(joining(","));
        if (!removed.isEmpty()) {
            text.line(zoned("EXDATE", time), removed);
        }
    }

    private void moved(ScheduleItem item, OccurrenceException exception, ItemTime time) {
        var series = item.details().time();
        begin(item, exception.title() == null ? item.details().title() : exception.title());
        text.line(zoned("RECURRENCE-ID", series), on(series, exception.on()));
        once(time);
        text.line("END", "VEVENT");
    }

    /** Names a property whose value is a date or a local time of the series. */
    private static String zoned(String property, ItemTime series) {
        if (series.coversDays()) {
            return property + ";VALUE=DATE";
        }
        return hasZone(series) ? property + ";TZID=" + series.zone() : property;
    }

    private static String on(ItemTime series, LocalDate date) {
        if (series.coversDays()) {
            return DATE.format(date);
        }
        var local = LOCAL.format(date.atTime(Objects.requireNonNull(series.timeOfDay())));
        return hasZone(series) ? local : local + "Z";
    }

    private static boolean hasZone(ItemTime time) {
        return !time.coversDays() && !UTC.contains(time.zone());
    }
}
