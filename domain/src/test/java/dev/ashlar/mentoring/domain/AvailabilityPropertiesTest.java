// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.InstantRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** In every zone, on every day of the year, whatever the windows. */
class AvailabilityPropertiesTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    @Property(tries = 300)
    void opensExactlyTheMinutesThatTheLocalClockShowsInAWindow(
            @ForAll("zones") ZoneId zone,
            @ForAll("windows") List<LocalWindow> windows,
            @ForAll @IntRange(max = 364) int dayOfYear) {
        var day = FIRST.plusDays(dayOfYear);
        var open = windows.stream()
                .flatMap(window -> window.on(day, zone).stream())
                .toList();
        var from = day.minusDays(1).atStartOfDay(zone).toInstant();
        var until = day.plusDays(2).atStartOfDay(zone).toInstant();

        for (var minute = from; minute.isBefore(until); minute = minute.plusSeconds(60 * 5)) {
            var local = minute.atZone(zone);
            int shown = local.toLocalTime().toSecondOfDay() / 60;
            boolean wanted = local.toLocalDate().equals(day)
                    && windows.stream().anyMatch(window -> window.start() <= shown && shown < window.end());
            assertThat(isIn(open, minute)).as("%s in %s", local, windows).isEqualTo(wanted);
        }
    }

    @Property(tries = 300)
    void cutsSlotsOfThePlannedLengthAndBufferWithinOpenings(
            @ForAll("zones") ZoneId zone,
            @ForAll @IntRange(min = 15, max = 120) int slotMinutes,
            @ForAll @IntRange(max = 60) int buffer,
            @ForAll @IntRange(max = 350) int dayOfYear,
            @ForAll @IntRange(max = 22) int startHour) {
        var day = FIRST.plusDays(dayOfYear);
        var mentor = Meetings.user();
        var availability = new Availability(
                day.datesUntil(day.plusDays(7))
                        .map(each ->
                                Meetings.rule(mentor, each.getDayOfWeek(), "%02d:00".formatted(startHour), "00:00"))
                        .toList(),
                List.of());
        var plan = new SlotPlan(zone.getId(), slotMinutes, buffer);

        var slots = availability.slots(plan, day, day.plusDays(7), Instant.MIN).toList();

        assertThat(slots).allSatisfy(slot -> {
            assertThat(Duration.between(slot.from(), end(slot))).isEqualTo(Duration.ofMinutes(slotMinutes));
            assertThat(slot.from().atZone(zone).getHour()).isGreaterThanOrEqualTo(startHour);
        });
        for (int i = 1; i < slots.size(); i++) {
            var gap = Duration.between(end(slots.get(i - 1)), slots.get(i).from());
            assertThat(gap).isGreaterThanOrEqualTo(Duration.ofMinutes(buffer));
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Europe/Berlin",
                        "UTC",
                        "America/Santiago",
                        "Asia/Kathmandu",
                        "Africa/Cairo",
                        "Pacific/Chatham",
                        "America/Havana")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<List<LocalWindow>> windows() {
        var minutes = Arbitraries.integers().between(0, LocalWindow.DAY);
        return Combinators.combine(minutes, minutes)
                .as((one, other) -> new LocalWindow(Math.min(one, other), Math.max(one, other)))
                .filter(window -> window.start() < window.end())
                .list()
                .ofMaxSize(3);
    }

    private static boolean isIn(List<InstantRange> open, Instant instant) {
        return open.stream().anyMatch(range -> range.contains(instant));
    }

    private static Instant end(InstantRange slot) {
        return Objects.requireNonNull(slot.until());
    }
}
