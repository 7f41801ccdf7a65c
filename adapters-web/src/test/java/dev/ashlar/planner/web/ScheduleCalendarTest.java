// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import static dev.ashlar.planner.domain.SampleItems.NOW;
import static dev.ashlar.planner.domain.SampleItems.days;
import static dev.ashlar.planner.domain.SampleItems.details;
import static dev.ashlar.planner.domain.SampleItems.hour;
import static dev.ashlar.planner.domain.SampleItems.id;
import static dev.ashlar.planner.domain.SampleItems.item;
import static dev.ashlar.planner.domain.SampleItems.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.application.CalendarContent;
import dev.ashlar.planner.domain.ItemDetails;
import dev.ashlar.planner.domain.ItemSource;
import dev.ashlar.planner.domain.ItemSourceType;
import dev.ashlar.planner.domain.ItemTime;
import dev.ashlar.planner.domain.Occurrences;
import dev.ashlar.planner.domain.ScheduleItem;
import dev.ashlar.planner.domain.ScheduleItemId;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.RecurrenceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds as ical4j reads them, whose parser is strict. */
class ScheduleCalendarTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2029-01-01T00:00:00Z");

    private final UserId owner = person();

    @Test
    void writesAMeetingWithTheUidAndTheSequenceOfItsInvitation() {
        var meeting =
                ItemTime.between(Instant.parse("2026-02-03T16:00:00Z"), Instant.parse("2026-02-03T17:00:00Z"), "UTC");
        var slot = UUID.fromString("019a0b1c-2d3e-7f40-8a5b-000000000510");
        var item = ScheduleItem.of(
                        new ScheduleItemId(UUID.randomUUID()),
                        owner,
                        new ItemDetails("Meeting with your mentor", null, meeting, null),
                        Instant.parse("2026-01-31T09:30:00Z"))
                .from(new ItemSource(ItemSourceType.SLOT, slot, 2));

        assertThat(text(item)).isEqualTo(ScheduleCalendar.EXAMPLE);
    }

    @Test
    void writesTheSameTextForTheSameSchedule() {
        var item = series("Europe/Berlin", "2026-03-02T09:00:00", "FREQ=DAILY");
        assertThat(text(item)).isEqualTo(text(item));
        assertThat(text(item.withoutOccurrence(LocalDate.parse("2026-03-03"), NOW)))
                .isNotEqualTo(text(item));
    }

    @Test
    void isACalendarWithoutItems() {
        assertThat(read(text()).getComponents("VEVENT")).isEmpty();
    }

    @Test
    void escapesTitles() {
        var title = "Ten; nine,\r\nBEGIN:VALARM \\ 😈".repeat(6);
        var item = ScheduleItem.of(id(), owner, new ItemDetails(title, null, hour("2026-03-02T09:00:00"), null), NOW);
        var event = (VEvent) read(text(item)).getComponents("VEVENT").getFirst();
        assertThat(event.getSummary().getValue())
                .isEqualTo(item.details().title().replace("\r\n", "\n"));
        assertThat(event.getAlarms()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            America/New_York    | 2026-03-01T02:30:00 | FREQ=DAILY;COUNT=40
            Europe/Berlin       | 2026-03-01T09:00:00 | FREQ=WEEKLY;BYDAY=MO,WE,FR
            Europe/Berlin       | 2026-01-31T09:00:00 | FREQ=MONTHLY
            Europe/Berlin       | 2026-01-30T09:00:00 | FREQ=MONTHLY
            Europe/Berlin       | 2028-02-29T09:00:00 | FREQ=YEARLY
            Europe/Berlin       | 2026-03-02T09:00:00 | FREQ=DAILY;UNTIL=20260402
            Europe/Berlin       | 2026-03-02T09:00:00 | FREQ=WEEKLY;INTERVAL=2;COUNT=7
            Australia/Lord_Howe | 2026-03-01T01:45:00 | FREQ=DAILY
            Pacific/Auckland    | 2026-03-01T02:15:00 | FREQ=WEEKLY
            Pacific/Apia        | 2026-03-01T00:00:00 | FREQ=MONTHLY;BYMONTHDAY=31
            Africa/Cairo        | 2026-04-01T00:30:00 | FREQ=DAILY
            Africa/Casablanca   | 2026-02-01T02:30:00 | FREQ=DAILY
            UTC                 | 2026-02-01T02:30:00 | FREQ=DAILY
            """)
    void showsTheOccurrencesOfASeries(String zone, String start, String rule) {
        assertShown(series(zone, start, rule), zone);
    }

    @Test
    void showsRemovedAndMovedOccurrences() {
        var zone = "Europe/Berlin";
        var series = series(zone, "2026-03-02T09:00:00", "FREQ=DAILY;COUNT=60")
                .withoutOccurrence(LocalDate.parse("2026-03-29"), NOW)
                .withoutOccurrence(LocalDate.parse("2026-03-05"), NOW)
                .withOccurrence(LocalDate.parse("2026-03-30"), "Moved", hour("2026-04-30T11:00:00"), NOW)
                .withOccurrence(LocalDate.parse("2026-03-31"), "Renamed", hour("2026-03-31T09:00:00"), NOW);

        assertShown(series, zone);
        var events = read(text(series)).<VEvent>getComponents("VEVENT");
        assertThat(events).hasSize(3);
        assertThat(events)
                .extracting(event -> event.getUid().orElseThrow().getValue())
                .containsOnly(uid(series));
        assertThat(events)
                .extracting(event -> event.getSummary().getValue())
                .containsExactly("Review", "Moved", "Renamed");
    }

    @Test
    void showsWholeDays() {
        var event = (VEvent) read(text(item(owner, days("2026-03-02", "2026-03-04"))))
                .getComponents("VEVENT")
                .getFirst();
        assertThat(event.getDateTimeStart().getDate()).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(event.getDateTimeEnd().getDate()).isEqualTo(LocalDate.parse("2026-03-05"));

        var series = ScheduleItem.of(
                        id(), owner, details(days("2026-01-31", "2026-01-31"), "FREQ=MONTHLY;COUNT=4"), NOW)
                .withoutOccurrence(LocalDate.parse("2026-03-31"), NOW);
        var days = read(text(series))
                .<VEvent>getComponents("VEVENT")
                .getFirst()
                .<LocalDate>calculateRecurrenceSet(
                        new Period<>(LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01")));
        assertThat(days)
                .extracting(Period::getStart)
                .containsExactlyInAnyOrder(
                        LocalDate.parse("2026-01-31"), LocalDate.parse("2026-02-28"), LocalDate.parse("2026-04-30"));
    }

    private ScheduleItem series(String zone, String start, String rule) {
        var from = LocalDateTime.parse(start).atZone(ZoneId.of(zone)).toInstant();
        var time = ItemTime.between(from, from.plus(Duration.ofMinutes(90)), zone);
        return ScheduleItem.of(id(), owner, details(time, rule), NOW);
    }

    /** Compares what ical4j makes of the feed with the occurrences that the planner itself shows. */
    private static void assertShown(ScheduleItem item, String zone) {
        var clock = ZoneId.of(zone);
        var shown = new TreeSet<Instant>();
        var range = new Period<>(FROM.atZone(ZoneOffset.UTC), UNTIL.atZone(ZoneOffset.UTC));
        for (VEvent event : read(text(item)).<VEvent>getComponents("VEVENT")) {
            event.getProperty(Property.RECURRENCE_ID)
                    .ifPresent(replaced -> shown.remove(instant(clock, ((RecurrenceId<?>) replaced).getDate())));
            event.calculateRecurrenceSet(range).forEach(occurrence -> shown.add(instant(clock, occurrence.getStart())));
        }
        var expected = Occurrences.in(new InstantRange(FROM, UNTIL), ZoneId.of(zone), item)
                .map(occurrence -> occurrence.time().startsAt())
                .sorted()
                .toList();
        assertThat(expected).isNotEmpty();
        assertThat(List.copyOf(shown)).isEqualTo(expected);
    }

    /** Local times are those of the zone itself: ical4j takes summer for winter in zones that are defined in a calendar. */
    private static Instant instant(ZoneId zone, Temporal time) {
        return time instanceof ZonedDateTime local
                ? local.toLocalDateTime().atZone(zone).toInstant()
                : Instant.from(time);
    }

    private static String uid(ScheduleItem item) {
        return item.id().value() + "@ashlar";
    }

    private static Calendar read(String text) {
        try {
            var calendar = new CalendarBuilder().build(new StringReader(text));
            assertThat(calendar.validate(true).hasErrors())
                    .as("%s", calendar.validate(true))
                    .isFalse();
            return calendar;
        } catch (Exception unreadable) {
            throw new AssertionError(text, unreadable);
        }
    }

    private static String text(ScheduleItem... items) {
        return ScheduleCalendar.of(new CalendarContent("Phone", List.of(items)), NOW)
                .toString();
    }
}
