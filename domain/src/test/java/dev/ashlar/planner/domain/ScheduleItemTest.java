// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.SampleItems.BERLIN;
import static dev.ashlar.planner.domain.SampleItems.NOW;
import static dev.ashlar.planner.domain.SampleItems.days;
import static dev.ashlar.planner.domain.SampleItems.details;
import static dev.ashlar.planner.domain.SampleItems.hour;
import static dev.ashlar.planner.domain.SampleItems.id;
import static dev.ashlar.planner.domain.SampleItems.item;
import static dev.ashlar.planner.domain.SampleItems.person;
import static dev.ashlar.planner.domain.SampleItems.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.kernel.InstantRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleItemTest {
    private static final ZoneId ZONE = ZoneId.of(BERLIN);
    private static final LocalDate SECOND = LocalDate.parse("2026-03-09");
    private static final LocalDate THIRD = LocalDate.parse("2026-03-16");

    private final ScheduleItem weekly = series(person(), "2026-03-02T09:00", "FREQ=WEEKLY");

    @Test
    void beginsOnTheFirstDateOfItsRule() {
        var mondays = series(person(), "2026-03-04T09:00", "FREQ=WEEKLY;BYDAY=MO");
        assertThat(mondays.details().time()).isEqualTo(hour("2026-03-09T09:00"));
        assertThat(mondays.details().recurrence()).isEqualTo("FREQ=WEEKLY;BYDAY=MO");
        assertThat(weekly.details().recurrence()).isEqualTo("FREQ=WEEKLY;BYDAY=MO");
    }

    @Test
    void refusesPartsOfASecond() {
        var start = Instant.parse("2026-03-06T07:30:00Z");
        assertThatThrownBy(() -> ItemTime.between(start, start.plusMillis(500), BERLIN))
                .hasMessageContaining("/endsAt")
                .hasMessageContaining("must be a whole second");
        assertThatThrownBy(() -> ItemTime.between(start.plusNanos(1), start.plusSeconds(5), BERLIN))
                .hasMessageContaining("/startsAt");
    }

    @Test
    void movesOneOccurrence() {
        var moved = weekly.withOccurrence(SECOND, "Review at home", hour("2026-03-11T14:00"), NOW);
        assertThat(occurrences(moved, "2026-03-01", "2026-03-20", ZONE))
                .extracting(Occurrence::title, Occurrence::on, Occurrence::time)
                .containsExactlyInAnyOrder(
                        tuple("Review", LocalDate.parse("2026-03-02"), hour("2026-03-02T09:00")),
                        tuple("Review at home", SECOND, hour("2026-03-11T14:00")),
                        tuple("Review", THIRD, hour("2026-03-16T09:00")));
        var again = moved.withOccurrence(SECOND, "Review", hour("2026-03-10T14:00"), NOW);
        assertThat(again.exceptions().occurrences()).hasSize(1);
        assertThat(again.exceptions().occurrences().getFirst().title()).isNull();
    }

    @Test
    void showsAnOccurrenceThatMovesIntoTheRangeFromAfar() {
        var moved = weekly.withOccurrence(SECOND, "Review", hour("2031-07-01T14:00"), NOW);
        assertThat(occurrences(moved, "2026-03-09", "2026-03-10", ZONE)).isEmpty();
        assertThat(occurrences(moved, "2031-07-01", "2031-07-02", ZONE))
                .extracting(Occurrence::on)
                .containsExactly(SECOND);
        var ended = moved.endingBefore(THIRD, NOW);
        assertThat(ended.cover().until()).isEqualTo(hour("2031-07-01T14:00").endsAt());
        var early = weekly.withOccurrence(SECOND, "Review", hour("2020-07-01T14:00"), NOW);
        assertThat(early.cover())
                .isEqualTo(new InstantRange(
                        Objects.requireNonNull(hour("2020-07-01T14:00").startsAt()), null));
    }

    @Test
    void removesOneOccurrence() {
        var removed = weekly.withoutOccurrence(SECOND, NOW);
        assertThat(occurrences(removed, "2026-03-01", "2026-03-20", ZONE))
                .extracting(Occurrence::on)
                .containsExactly(LocalDate.parse("2026-03-02"), THIRD);
    }

    @Test
    void endsBeforeAnOccurrence() {
        var ended = weekly.withoutOccurrence(SECOND, NOW)
                .withoutOccurrence(THIRD, NOW)
                .endingBefore(THIRD, NOW);
        assertThat(occurrences(ended, "2026-03-01", "2027-03-20", ZONE)).hasSize(1);
        assertThat(ended.exceptions().occurrences())
                .extracting(OccurrenceException::on)
                .containsExactly(SECOND);
        assertThat(ended.cover().until()).isEqualTo(hour("2026-03-15T09:00").endsAt());
    }

    @Test
    void continuesAsANewSeriesWithTheExceptionsThatFollow() {
        var counted = series(person(), "2026-03-02T09:00", "FREQ=WEEKLY;COUNT=4")
                .withoutOccurrence(SECOND, NOW)
                .withoutOccurrence(LocalDate.parse("2026-03-23"), NOW);
        var rest = counted.following(id(), THIRD, details(hour("2026-03-16T11:00"), null), NOW);
        assertThat(rest.details().recurrence()).isEqualTo("FREQ=WEEKLY;BYDAY=MO;COUNT=2");
        assertThat(occurrences(rest, "2026-03-01", "2027-01-01", ZONE))
                .extracting(Occurrence::time)
                .containsExactly(hour("2026-03-16T11:00"));
        assertThat(occurrences(counted.endingBefore(THIRD, NOW), "2026-03-01", "2027-01-01", ZONE))
                .extracting(Occurrence::time)
                .containsExactly(hour("2026-03-02T09:00"));
        assertThatThrownBy(() -> counted.following(id(), THIRD, details(hour("2026-03-17T11:00"), null), NOW))
                .hasMessageContaining("unless a recurrence is given");
        var other = counted.following(id(), THIRD, details(hour("2026-03-17T11:00"), "FREQ=DAILY;COUNT=3"), NOW);
        assertThat(other.exceptions().occurrences()).isEmpty();
        assertThat(occurrences(other, "2026-03-01", "2027-01-01", ZONE)).hasSize(3);
    }

    @Test
    void keepsExceptionsOfDatesOnWhichItStillOccursWhenAllOfItIsEdited() {
        var edited = weekly.withoutOccurrence(SECOND, NOW)
                .withoutOccurrence(THIRD, NOW)
                .edited(details(hour("2026-03-02T10:00"), "FREQ=WEEKLY;INTERVAL=2"), NOW);
        assertThat(edited.exceptions().occurrences())
                .extracting(OccurrenceException::on)
                .containsExactly(THIRD);
        var once = edited.edited(details(hour("2026-03-02T10:00"), null), NOW);
        assertThat(once.exceptions().occurrences()).isEmpty();
        assertThat(once.recurrence()).isNull();
    }

    @Test
    void refusesDatesOnWhichItDoesNotOccur() {
        var tuesday = SECOND.plusDays(1);
        var once = item(person(), hour("2026-03-02T09:00"));
        assertThatThrownBy(() -> weekly.withoutOccurrence(tuesday, NOW)).hasMessageContaining("does not occur on");
        assertThatThrownBy(() -> weekly.withOccurrence(tuesday, "Review", hour("2026-03-10T09:00"), NOW))
                .hasMessageContaining("does not occur on");
        assertThatThrownBy(() -> weekly.beginsOn(tuesday)).hasMessageContaining("does not occur on");
        assertThatThrownBy(() -> once.withoutOccurrence(LocalDate.parse("2026-03-02"), NOW))
                .hasMessageContaining("does not occur on");
    }

    @Test
    void refusesMoreExceptionsThanAYearHasDays() {
        var daily = series(person(), "2026-01-01T09:00", "FREQ=DAILY");
        for (int day = 0; day < SeriesExceptions.MAX; day++) {
            daily = daily.withoutOccurrence(LocalDate.parse("2026-01-01").plusDays(day), NOW);
        }
        var full = daily;
        assertThatThrownBy(() -> full.withoutOccurrence(LocalDate.parse("2028-01-01"), NOW))
                .hasMessageContaining("no more are allowed");
        assertThat(full.withoutOccurrence(LocalDate.parse("2026-01-01"), NOW)
                        .exceptions()
                        .occurrences())
                .hasSize(SeriesExceptions.MAX);
    }

    @Test
    void refusesChangesOfAMeeting() {
        var meeting = item(person(), hour("2026-03-02T09:00"))
                .from(new ItemSource(ItemSourceType.SLOT, UUID.randomUUID(), 3));
        assertThatThrownBy(meeting::requireOwn).hasMessageContaining("Move or cancel the meeting");
        assertThatThrownBy(() -> meeting.edited(details(hour("2026-03-02T10:00"), null), NOW))
                .hasMessageContaining("Move or cancel the meeting");
        var added = meeting.from(new ItemSource(ItemSourceType.AUTOMATION, UUID.randomUUID(), 0));
        assertThat(added.edited(details(hour("2026-03-02T10:00"), null), NOW)
                        .details()
                        .time())
                .isEqualTo(hour("2026-03-02T10:00"));
    }

    @Test
    void hasTheSameDaysInEachZone() {
        var trip = item(person(), days("2026-03-05", "2026-03-06"));
        for (var zone : List.of("Pacific/Kiritimati", "Etc/UTC", "Pacific/Honolulu", BERLIN)) {
            var viewer = ZoneId.of(zone);
            assertThat(occurrences(trip, "2026-03-04", "2026-03-05", viewer))
                    .as(zone)
                    .isEmpty();
            assertThat(occurrences(trip, "2026-03-05", "2026-03-06", viewer))
                    .as(zone)
                    .hasSize(1);
            assertThat(occurrences(trip, "2026-03-06", "2026-03-07", viewer))
                    .as(zone)
                    .hasSize(1);
            assertThat(occurrences(trip, "2026-03-07", "2026-03-08", viewer))
                    .as(zone)
                    .isEmpty();
            assertThat(trip.cover().overlaps(trip.details().time().range(viewer)))
                    .isTrue();
        }
    }

    @Test
    void showsALongOccurrenceThatBeganBeforeTheRange() {
        var start = hour("2026-01-01T09:00").startsAt();
        var month =
                ItemTime.between(Objects.requireNonNull(start), start.plus(Duration.ofDays(ItemTime.MAX_DAYS)), BERLIN);
        var yearly = ScheduleItem.of(id(), person(), details(month, "FREQ=YEARLY"), NOW);
        assertThat(occurrences(yearly, "2030-01-31", "2030-02-01", ZONE)).hasSize(1);
        assertThat(occurrences(yearly, "2030-02-02", "2030-02-03", ZONE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-03-02T09:00:00Z | 2026-03-02T09:00:00Z |            |            | /endsAt
            2026-03-02T09:00:00Z | 2026-04-02T09:00:01Z |            |            | /endsAt
            2026-03-02T09:00:00Z |                      |            |            | /startsAt
            2026-03-02T09:00:00Z | 2026-03-02T10:00:00Z | 2026-03-02 | 2026-03-02 | /startsAt
                                 |                      | 2026-03-02 |            | /startsOn
                                 |                      |            |            | /startsOn
                                 |                      | 2026-03-02 | 2026-03-01 | /endsOn
                                 |                      | 2026-03-02 | 2026-04-02 | /endsOn
            1899-03-02T09:00:00Z | 1899-03-02T10:00:00Z |            |            | /startsAt
            9001-03-02T09:00:00Z | 9001-03-02T10:00:00Z |            |            | /startsAt
            """)
    void refusesATimeThatIsNone(
            Instant startsAt, Instant endsAt, LocalDate startsOn, LocalDate endsOn, String pointer) {
        assertThatThrownBy(() -> ItemTime.of(startsAt, endsAt, startsOn, endsOn, BERLIN))
                .hasMessageContaining(pointer);
    }

    static List<Occurrence> occurrences(ScheduleItem item, String from, String until, ZoneId viewer) {
        var range = new InstantRange(
                LocalDate.parse(from).atStartOfDay(viewer).toInstant(),
                LocalDate.parse(until).atStartOfDay(viewer).toInstant());
        return Occurrences.in(range, viewer, item).toList();
    }
}
