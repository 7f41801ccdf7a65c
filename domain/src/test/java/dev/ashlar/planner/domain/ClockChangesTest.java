// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.SampleItems.NOW;
import static dev.ashlar.planner.domain.SampleItems.details;
import static dev.ashlar.planner.domain.SampleItems.id;
import static dev.ashlar.planner.domain.SampleItems.person;
import static dev.ashlar.planner.domain.ScheduleItemTest.occurrences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Series in zones whose clock changes, or that skip a day. */
class ClockChangesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            America/New_York,    2026-03-06T02:30, 2026-03-08, 2026-03-08T03:30-04:00
            America/New_York,    2026-03-06T02:30, 2026-03-09, 2026-03-09T02:30-04:00
            America/New_York,    2026-10-30T01:30, 2026-11-01, 2026-11-01T01:30-04:00
            Europe/Berlin,       2026-03-27T09:00, 2026-03-30, 2026-03-30T09:00+02:00
            Europe/Berlin,       2026-10-23T09:00, 2026-10-26, 2026-10-26T09:00+01:00
            Australia/Lord_Howe, 2026-10-02T02:15, 2026-10-04, 2026-10-04T02:45+11:00
            Australia/Lord_Howe, 2026-04-03T09:00, 2026-04-06, 2026-04-06T09:00+10:30
            Pacific/Auckland,    2026-04-03T09:00, 2026-04-06, 2026-04-06T09:00+12:00
            Pacific/Apia,        2026-09-25T09:00, 2026-09-28, 2026-09-28T09:00+13:00
            Pacific/Apia,        2011-12-28T09:00, 2011-12-29, 2011-12-29T09:00-10:00
            Pacific/Apia,        2011-12-28T09:00, 2011-12-31, 2011-12-31T09:00+14:00
            """)
    void keepsItsLocalTimeWhenTheClockChanges(String zone, String start, LocalDate day, String expected) {
        var from = LocalDateTime.parse(start).atZone(ZoneId.of(zone)).toInstant();
        var time = ItemTime.between(from, from.plusSeconds(1800), zone);
        var daily = ScheduleItem.of(id(), person(), details(time, "FREQ=DAILY"), NOW);
        assertThat(occurrences(daily, day.toString(), day.plusDays(1).toString(), ZoneId.of(zone)))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.on()).isEqualTo(day);
                    assertThat(found.time().startsAt())
                            .isEqualTo(OffsetDateTime.parse(expected).toInstant());
                    assertThat(found.time().endsAt())
                            .isEqualTo(
                                    OffsetDateTime.parse(expected).toInstant().plusSeconds(1800));
                });
    }

    @Test
    void leavesOutADayThatTheZoneSkips() {
        var from = Instant.parse("2011-12-28T19:00:00Z");
        var time = ItemTime.between(from, from.plusSeconds(1800), "Pacific/Apia");
        var daily = ScheduleItem.of(id(), person(), details(time, "FREQ=DAILY"), NOW);
        var apia = ZoneId.of("Pacific/Apia");
        assertThat(occurrences(daily, "2011-12-28", "2012-01-01", apia))
                .extracting(Occurrence::on)
                .containsExactly(
                        LocalDate.parse("2011-12-28"), LocalDate.parse("2011-12-29"), LocalDate.parse("2011-12-31"));
    }

    @Test
    void hasNoOccurrenceOnADayThatTheZoneSkips() {
        var from = Instant.parse("2011-12-28T19:00:00Z");
        var time = ItemTime.between(from, from.plusSeconds(1800), "Pacific/Apia");
        var daily = ScheduleItem.of(id(), person(), details(time, "FREQ=DAILY"), NOW);
        var skipped = LocalDate.parse("2011-12-30");
        assertThatThrownBy(() -> daily.withOccurrence(skipped, "Review", time, NOW))
                .hasMessageContaining("does not occur on 2011-12-30");
        assertThatThrownBy(() -> daily.withoutOccurrence(skipped, NOW)).hasMessageContaining("does not occur");
        assertThatThrownBy(() -> daily.endingBefore(skipped, NOW)).hasMessageContaining("does not occur");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            America/New_York, 2026-03-06T02:30-05:00, FREQ=WEEKLY;BYDAY=SU, skips 2026-03-08T02:30
            Pacific/Apia,     2011-12-28T09:00-10:00, FREQ=WEEKLY;BYDAY=FR, skips 2011-12-30T09:00
            America/New_York, 2026-11-01T01:30-05:00, FREQ=DAILY,           must be the first 2026-11-01T01:30
            """)
    void refusesAFirstDateOnWhichTheClockDoesNotShowItsLocalTimeOnce(
            String zone, OffsetDateTime start, String rule, String reason) {
        var time = ItemTime.between(start.toInstant(), start.toInstant().plusSeconds(1800), zone);
        assertThatThrownBy(() -> ScheduleItem.of(id(), person(), details(time, rule), NOW))
                .hasMessageContaining("/startsAt")
                .hasMessageContaining(reason);
        assertThat(ScheduleItem.of(id(), person(), details(time, null), NOW)
                        .details()
                        .time())
                .isEqualTo(time);
    }

    @Test
    void refusesARestThatWouldKeepTheHourOfItsShiftedFirstOccurrence() {
        var start = Instant.parse("2026-03-06T07:30:00Z");
        var time = ItemTime.between(start, start.plusSeconds(1800), "America/New_York");
        var daily = ScheduleItem.of(id(), person(), details(time, "FREQ=DAILY"), NOW);
        var shifted = LocalDate.parse("2026-03-08");
        var shown = details(time.on(shifted), null);
        assertThatThrownBy(() -> daily.following(id(), shifted, shown, NOW))
                .hasMessageContaining("skips 2026-03-08T02:30");
        var later = ItemTime.between(
                Instant.parse("2026-03-08T08:30:00Z"), Instant.parse("2026-03-08T09:00:00Z"), "America/New_York");
        assertThat(daily.following(id(), shifted, details(later, null), NOW)
                        .details()
                        .time())
                .isEqualTo(later);
    }
}
