// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules, overrides, buffers and notice, on ordinary days and on those on which the clock is changed. */
class AvailabilityTest {
    private static final UserId MENTOR = Meetings.user();
    private static final String NEW_YORK = "America/New_York";
    private static final String LORD_HOWE = "Australia/Lord_Howe";

    @Test
    void appliesRulesInTheMentorsZone() {
        var mondays = rules(Meetings.rule(MENTOR, DayOfWeek.MONDAY, "09:00", "11:00"));

        assertThat(starts(mondays, NEW_YORK, 60, 0, "2026-03-02", "2026-03-16"))
                .as("an hour earlier in UTC once summer time has begun on 8 March")
                .containsExactly(
                        "2026-03-02T14:00:00Z", "2026-03-02T15:00:00Z", "2026-03-09T13:00:00Z", "2026-03-09T14:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        // New York, 8 March 2026: at 02:00 the clock jumps to 03:00.
        "America/New_York, 2026-03-08, 00:00, 04:00, 60, 05:00Z 06:00Z 07:00Z",
        "America/New_York, 2026-03-08, 02:00, 03:00, 30, ''",
        "America/New_York, 2026-03-08, 01:30, 03:30, 30, 06:30Z 07:00Z",
        "America/New_York, 2026-03-08, 02:15, 04:00, 30, 07:00Z 07:30Z",
        // New York, 1 November 2026: at 02:00 the clock goes back to 01:00.
        "America/New_York, 2026-11-01, 00:00, 03:00, 60, 04:00Z 05:00Z 06:00Z 07:00Z",
        "America/New_York, 2026-11-01, 01:00, 02:00, 60, 05:00Z 06:00Z",
        "America/New_York, 2026-11-01, 01:00, 01:30, 30, 05:00Z 06:00Z",
        "America/New_York, 2026-11-01, 00:30, 01:30, 30, 04:30Z 05:00Z 06:00Z",
        // Lord Howe, 5 April 2026: at 02:00 the clock goes back to 01:30.
        "Australia/Lord_Howe, 2026-04-05, 01:00, 02:30, 30, -14:00Z -14:30Z -15:00Z -15:30Z",
        "Australia/Lord_Howe, 2026-04-05, 01:30, 02:00, 30, -14:30Z -15:00Z",
        // Lord Howe, 4 October 2026: at 02:00 the clock jumps to 02:30.
        "Australia/Lord_Howe, 2026-10-04, 01:30, 03:00, 30, -15:00Z -15:30Z",
        "Australia/Lord_Howe, 2026-10-04, 02:00, 02:30, 30, ''",
    })
    void countsEveryInstantWhoseLocalTimeIsInTheWindow(
            String zone, LocalDate day, String start, String end, int slotMinutes, String expected) {
        var availability = rules(Meetings.rule(MENTOR, day.getDayOfWeek(), start, end));

        assertThat(starts(
                        availability,
                        zone,
                        slotMinutes,
                        0,
                        day.toString(),
                        day.plusDays(1).toString()))
                .containsExactlyElementsOf(Arrays.stream(expected.split(" "))
                        .filter(time -> !time.isEmpty())
                        .map(time -> time.startsWith("-")
                                ? day.minusDays(1) + "T" + time.substring(1).replace("Z", ":00Z")
                                : day + "T" + time.replace("Z", ":00Z"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        NEW_YORK + ", 2026-03-08, 23",
        NEW_YORK + ", 2026-07-01, 24",
        NEW_YORK + ", 2026-11-01, 25",
        LORD_HOWE + ", 2026-04-05, 24.5",
        LORD_HOWE + ", 2026-10-04, 23.5",
        "Asia/Kathmandu, 2026-03-08, 24",
        "Pacific/Apia, 2011-12-30, 0",
    })
    void opensAWholeDayForItsRealLength(String zone, LocalDate day, double hours) {
        var always = rules(Meetings.rule(MENTOR, day.getDayOfWeek(), "00:00", "00:00"));

        assertThat(slots(always, zone, 30, 0, day.toString(), day.plusDays(1).toString()))
                .hasSize((int) (hours * 2));
    }

    @Test
    void joinsWindowsOfADayAndCutsThemFromTheStart() {
        var overlapping = rules(
                Meetings.rule(MENTOR, DayOfWeek.MONDAY, "09:00", "10:30"),
                Meetings.rule(MENTOR, DayOfWeek.MONDAY, "10:00", "11:10"),
                Meetings.rule(MENTOR, DayOfWeek.MONDAY, "14:05", "15:05"));

        assertThat(times(starts(overlapping, "UTC", 60, 0, "2026-03-02", "2026-03-03")))
                .containsExactly("09:00", "10:00", "14:05");
    }

    @Test
    void leavesTheBufferAcrossMidnight() {
        var night = rules(
                Meetings.rule(MENTOR, DayOfWeek.MONDAY, "22:00", "00:00"),
                Meetings.rule(MENTOR, DayOfWeek.TUESDAY, "00:00", "02:00"));

        assertThat(times(starts(night, "UTC", 60, 0, "2026-03-02", "2026-03-04")))
                .containsExactly("22:00", "23:00", "00:00", "01:00");
        assertThat(times(starts(night, "UTC", 45, 15, "2026-03-02", "2026-03-04")))
                .as("15 minutes of the evening are left")
                .containsExactly("22:00", "23:00", "00:00", "01:00");
        assertThat(times(starts(night, "UTC", 50, 20, "2026-03-02", "2026-03-04")))
                .containsExactly("22:00", "23:10", "01:10");
    }

    @Test
    void leavesTheBufferBetweenSlots() {
        var morning = rules(Meetings.rule(MENTOR, DayOfWeek.MONDAY, "09:00", "12:00"));

        assertThat(times(starts(morning, "UTC", 45, 15, "2026-03-02", "2026-03-03")))
                .containsExactly("09:00", "10:00", "11:00");
        assertThat(times(starts(morning, "UTC", 60, 30, "2026-03-02", "2026-03-03")))
                .containsExactly("09:00", "10:30");
    }

    @Test
    void leavesTheBufferBetweenSlotsOfTwoWindowsOfADay() {
        var nearby = rules(
                Meetings.rule(MENTOR, DayOfWeek.MONDAY, "09:00", "10:00"),
                Meetings.rule(MENTOR, DayOfWeek.MONDAY, "10:10", "11:30"));

        assertThat(times(starts(nearby, "UTC", 60, 30, "2026-03-02", "2026-03-03")))
                .containsExactly("09:00", "10:30");
    }

    @Test
    void leavesTheBufferWhereTheClockRepeatsAWindow() {
        var early = rules(Meetings.rule(MENTOR, DayOfWeek.SUNDAY, "03:00", "03:40"));

        assertThat(starts(early, "Pacific/Chatham", 15, 46, "2026-04-05", "2026-04-06"))
                .as("at 03:45 the clock goes back to 02:45, so that the window is open again at 14:15Z")
                .containsExactly("2026-04-04T13:15:00Z", "2026-04-04T14:16:00Z");
    }

    @Test
    void returnsSlotsInOrderWhereTheClockRepeatsTwoWindows() {
        var early = rules(
                Meetings.rule(MENTOR, DayOfWeek.SUNDAY, "01:00", "01:20"),
                Meetings.rule(MENTOR, DayOfWeek.SUNDAY, "01:40", "02:00"));

        assertThat(times(starts(early, NEW_YORK, 15, 0, "2026-11-01", "2026-11-02")))
                .containsExactly("05:00", "05:40", "06:00", "06:40");
    }

    @Test
    void addsAndSubtractsOverrides() {
        var availability = new Availability(
                List.of(Meetings.rule(MENTOR, DayOfWeek.MONDAY, "09:00", "12:00")),
                List.of(
                        Meetings.override(MENTOR, "2026-03-02", "10:00", "11:00", false),
                        Meetings.override(MENTOR, "2026-03-03", "10:00", "13:00", true),
                        Meetings.override(MENTOR, "2026-03-03", "11:00", "12:00", false)));

        assertThat(starts(availability, "UTC", 60, 0, "2026-03-02", "2026-03-10"))
                .containsExactly(
                        "2026-03-02T09:00:00Z",
                        "2026-03-02T11:00:00Z",
                        "2026-03-03T10:00:00Z",
                        "2026-03-03T12:00:00Z",
                        "2026-03-09T09:00:00Z",
                        "2026-03-09T10:00:00Z",
                        "2026-03-09T11:00:00Z");
    }

    @Test
    void appliesARuleFromItsFirstToItsLastDay() {
        var rule = Meetings.rule(MENTOR, DayOfWeek.MONDAY, "09:00", "10:00");
        var limited = rules(new AvailabilityRule(
                rule.id(),
                MENTOR,
                rule.dayOfWeek(),
                rule.localStart(),
                rule.localEnd(),
                LocalDate.parse("2026-03-09"),
                LocalDate.parse("2026-03-16")));

        assertThat(starts(limited, "UTC", 60, 0, "2026-03-01", "2026-04-01"))
                .containsExactly("2026-03-09T09:00:00Z", "2026-03-16T09:00:00Z");
    }

    @Test
    void omitsSlotsThatStartTooSoon() {
        var morning = rules(Meetings.rule(MENTOR, DayOfWeek.MONDAY, "09:00", "12:00"));

        assertThat(morning.slots(
                        new SlotPlan("UTC", 60, 0),
                        LocalDate.parse("2026-03-02"),
                        LocalDate.parse("2026-03-03"),
                        Instant.parse("2026-03-02T10:00:00Z")))
                .extracting(slot -> slot.from().toString())
                .containsExactly("2026-03-02T10:00:00Z", "2026-03-02T11:00:00Z");
    }

    @Test
    void refusesInvalidWindows() {
        for (var window : List.of(List.of("10:00", "10:00"), List.of("11:00", "10:00"), List.of("10:00:30", "11:00"))) {
            assertRefused(
                    KernelProblem.INVALID_REQUEST,
                    () -> Meetings.rule(MENTOR, DayOfWeek.MONDAY, window.getFirst(), window.getLast()));
            assertRefused(
                    KernelProblem.INVALID_REQUEST,
                    () -> Meetings.override(MENTOR, "2026-03-02", window.getFirst(), window.getLast(), true));
        }
        var rule = Meetings.rule(MENTOR, DayOfWeek.MONDAY, "10:00", "11:00");
        var day = LocalDate.parse("2026-03-02");
        assertRefused(
                KernelProblem.INVALID_REQUEST,
                () -> new AvailabilityRule(
                        rule.id(),
                        MENTOR,
                        DayOfWeek.MONDAY,
                        LocalTime.NOON,
                        LocalTime.MIDNIGHT,
                        day,
                        day.minusDays(1)));
        assertRefused(
                KernelProblem.INVALID_REQUEST,
                () -> new Availability(Collections.nCopies(Availability.MAX_RULES + 1, rule), List.of()));
        var override = Meetings.override(MENTOR, "2026-03-02", "10:00", "11:00", true);
        assertRefused(
                KernelProblem.INVALID_REQUEST,
                () -> new Availability(List.of(), Collections.nCopies(Availability.MAX_OVERRIDES + 1, override)));
    }

    private static Availability rules(AvailabilityRule... rules) {
        return new Availability(List.of(rules), List.of());
    }

    private static List<InstantRange> slots(
            Availability availability, String zone, int slotMinutes, int buffer, String from, String until) {
        return availability
                .slots(
                        new SlotPlan(zone, slotMinutes, buffer),
                        LocalDate.parse(from),
                        LocalDate.parse(until),
                        Instant.MIN)
                .toList();
    }

    private static List<String> starts(
            Availability availability, String zone, int slotMinutes, int buffer, String from, String until) {
        return slots(availability, zone, slotMinutes, buffer, from, until).stream()
                .map(slot -> slot.from().toString())
                .toList();
    }

    private static List<String> times(List<String> instants) {
        return instants.stream().map(instant -> instant.substring(11, 16)).toList();
    }
}
