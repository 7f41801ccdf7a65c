// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ashlar.kernel.DomainException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Against a second reckoning of the same rules, by ical4j. */
class RecurrencePropertiesTest {
    @Property(tries = 1000)
    void agreesWithASecondReckoning(
            @ForAll("rules") String rule,
            @ForAll("anchors") LocalDate anchor,
            @ForAll @IntRange(max = 3000) int offset) {
        var series = Recurrence.of("/recurrence", rule, anchor);
        var from = anchor.plusDays(offset);
        var until = from.plusDays(800);

        assertThat(series.between(from, until)).as("%s from %s", series, from).isEqualTo(reckoned(series, from, until));
    }

    @Property(tries = 500)
    void findsTheSameDatesFromEachPlaceInTheSeries(
            @ForAll("rules") String rule, @ForAll("anchors") LocalDate anchor, @ForAll @IntRange(max = 40) int place) {
        var series = Recurrence.of("/recurrence", rule, anchor);
        var dates = series.between(anchor, anchor.plusYears(30));
        assertThat(dates).isSorted().allSatisfy(date -> assertThat(date).isAfterOrEqualTo(anchor));
        assertThat(new HashSet<>(dates)).hasSameSizeAs(dates);
        var known = dates.stream()
                .filter(each -> each.isBefore(anchor.plusYears(28)))
                .toList();
        var date = known.get(Math.min(place, known.size() - 1));
        assertThat(series.includes(date)).isTrue();
        assertThat(series.after(date.minusDays(1))).contains(date);
        assertThat(series.between(date, date.plusDays(400)))
                .isEqualTo(dates.stream()
                        .filter(each -> !each.isBefore(date) && each.isBefore(date.plusDays(400)))
                        .toList());
    }

    @Property(tries = 500)
    void keepsAllDatesWhenItIsSplit(
            @ForAll("rules") String rule,
            @ForAll("anchors") LocalDate anchor,
            @ForAll @IntRange(min = 1, max = 40) int place) {
        var series = Recurrence.of("/recurrence", rule, anchor);
        var end = anchor.plusYears(8);
        var dates = series.between(anchor, end);
        if (dates.size() > place) {
            var date = dates.get(place);
            var both = new ArrayList<>(series.endingBefore(date).between(anchor, end));
            both.addAll(series.continuingAt(date).between(anchor, end));
            assertThat(both).as("%s at %s", series, date).isEqualTo(dates);
        }
    }

    @Property(tries = 1000)
    void keepsItsLocalTimeAsASecondReckoningDoes(
            @ForAll("zones") ZoneId zone,
            @ForAll("anchors") LocalDate anchor,
            @ForAll @IntRange(max = 23) int hour,
            @ForAll @IntRange(max = 700) int offset) {
        var start = anchor.atTime(hour, 30).atZone(zone);
        var time = ItemTime.between(start.toInstant(), start.toInstant().plusSeconds(3600), zone.getId());
        var first = start.toLocalDate();
        Assume.that(first.datesUntil(first.plusDays(offset + 40))
                .allMatch(day -> isShownOnce(day.atTime(start.toLocalTime()), zone)));
        var found = Recurrence.of("/recurrence", "FREQ=DAILY", first)
                .between(first.plusDays(offset), first.plusDays(offset + 40))
                .stream()
                .filter(time::hasDay)
                .map(day -> time.on(day).startsAt())
                .toList();

        var expected = new Recur<ZonedDateTime>("FREQ=DAILY")
                .getDates(start, start.plusDays(offset), start.plusDays(offset + 39)).stream()
                        .map(date -> date.withEarlierOffsetAtOverlap().toInstant())
                        .distinct()
                        .toList();

        assertThat(found).as("%s", start).doesNotHaveDuplicates().isEqualTo(expected);
    }

    /** After an hour that the clock skips or repeats, ical4j goes on from where that has led it. */
    private static boolean isShownOnce(LocalDateTime time, ZoneId zone) {
        return zone.getRules().getValidOffsets(time).size() == 1;
    }

    @Property(tries = 2000)
    void readsOrRefusesEachText(@ForAll("texts") String text) {
        var failure = catchThrowable(() -> Recurrence.of("/recurrence", text, LocalDate.parse("2026-01-31"))
                .between(LocalDate.parse("2026-01-01"), LocalDate.parse("2027-01-01")));
        if (failure != null) {
            assertThat(failure).as(text).isInstanceOf(DomainException.class);
        }
    }

    @Property(tries = 3000)
    void reckonsOrRefusesEachCombination(
            @ForAll("combinations") String rule,
            @ForAll("anchors") LocalDate anchor,
            @ForAll @IntRange(max = 1500) int offset) {
        try {
            var series = Recurrence.of("/recurrence", rule, anchor);
            var until = anchor.plusYears(5);
            var expected = new SimpleReckoning(series).before(until);
            assertThat(series.between(anchor, until)).as("%s", series).isEqualTo(expected);
            var from = anchor.plusDays(offset);
            assertThat(series.between(from, until))
                    .as("%s from %s", series, from)
                    .isEqualTo(expected.stream()
                            .filter(date -> !date.isBefore(from))
                            .toList());
        } catch (DomainException refused) {
            assertThat(refused).hasMessageContaining("/recurrence");
        }
    }

    /** Leap days, month ends and weeks of all kinds. */
    @Provide
    Arbitrary<LocalDate> anchors() {
        return Arbitraries.longs()
                .between(
                        LocalDate.parse("1990-01-01").toEpochDay(),
                        LocalDate.parse("2040-12-31").toEpochDay())
                .map(LocalDate::ofEpochDay)
                .edgeCases(config -> config.add(LocalDate.parse("2024-02-29"), LocalDate.parse("2026-01-31")));
    }

    @Provide
    Arbitrary<String> rules() {
        var daily = Arbitraries.of("FREQ=DAILY", "FREQ=DAILY;BYMONTH=2,7", "FREQ=DAILY;BYDAY=MO,SA");
        var weekly = Combinators.combine(days(), Arbitraries.of("", ";WKST=SU", ";WKST=MO"))
                .as((days, start) -> "FREQ=WEEKLY" + days + start);
        var monthly = Arbitraries.oneOf(
                monthDays().map(day -> "FREQ=MONTHLY" + day),
                ordinals().map(day -> "FREQ=MONTHLY;BYDAY=" + day),
                Arbitraries.of(
                        "FREQ=MONTHLY",
                        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
                        "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=2,-2",
                        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13"));
        var yearly = Arbitraries.oneOf(
                Combinators.combine(Arbitraries.integers().between(1, 12), monthDays())
                        .as((month, day) -> "FREQ=YEARLY;BYMONTH=" + month + day),
                Combinators.combine(Arbitraries.integers().between(1, 12), ordinals())
                        .as((month, day) -> "FREQ=YEARLY;BYMONTH=" + month + ";BYDAY=" + day),
                Arbitraries.of("FREQ=YEARLY"));
        var ends = Arbitraries.of("", "", ";COUNT=1", ";COUNT=17", ";COUNT=400");
        var ended = Combinators.combine(
                        Arbitraries.oneOf(daily, weekly, monthly, yearly),
                        Arbitraries.integers().between(1, 4),
                        ends)
                .as((rule, interval, end) -> rule + (rule.contains("DAILY;") ? "" : ";INTERVAL=" + interval) + end);
        return ended;
    }

    @Provide
    Arbitrary<String> combinations() {
        return Combinators.combine(
                        Arbitraries.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
                        Arbitraries.of("", ";BYMONTH=2", ";BYMONTH=1,4,12"),
                        Arbitraries.of(
                                "", ";BYMONTHDAY=31", ";BYMONTHDAY=30,31", ";BYMONTHDAY=29,-1", ";BYMONTHDAY=+1"),
                        Arbitraries.of("", ";BYDAY=MO", ";BYDAY=-1FR", ";BYDAY=TU,SU", ";BYDAY=MO,5SU", ";BYDAY=53MO"),
                        Arbitraries.of("", ";BYSETPOS=-1", ";BYSETPOS=2", ";BYSETPOS=1,366"),
                        Arbitraries.of("", ";INTERVAL=2", ";INTERVAL=3;WKST=SU", ";INTERVAL=366"),
                        Arbitraries.of("", "", ";COUNT=5", ";UNTIL=20400101"))
                .as((frequency, months, monthDays, days, places, interval, end) ->
                        "FREQ=" + frequency + months + monthDays + days + places + interval + end);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "America/New_York",
                        "Europe/Berlin",
                        "Australia/Lord_Howe",
                        "Pacific/Auckland",
                        "Pacific/Apia",
                        "Asia/Kathmandu",
                        "America/Santiago",
                        "America/Nuuk",
                        "UTC")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<String> texts() {
        var names = Arbitraries.of(
                "FREQ",
                "INTERVAL",
                "COUNT",
                "UNTIL",
                "BYDAY",
                "BYMONTHDAY",
                "BYMONTH",
                "BYSETPOS",
                "WKST",
                "BYHOUR",
                "SKIP",
                "RSCALE");
        var values = Arbitraries.oneOf(
                Arbitraries.of(
                        "DAILY",
                        "MONTHLY",
                        "YEARLY",
                        "MO",
                        "-1FR",
                        "BACKWARD",
                        "GREGORIAN",
                        "20270101",
                        "20270101T000000Z"),
                Arbitraries.integers().between(-400, 4000).map(String::valueOf),
                Arbitraries.strings().ascii().ofMaxLength(8));
        var parts = Combinators.combine(names, values).as((name, value) -> name + "=" + value);
        return parts.list()
                .ofMaxSize(5)
                .map(list -> "FREQ=" + String.join(";", list).replaceFirst("^FREQ=", ""));
    }

    private static Arbitrary<String> days() {
        return Arbitraries.of("MO", "TU", "WE", "TH", "FR", "SA", "SU")
                .set()
                .ofMaxSize(3)
                .map(days -> days.isEmpty() ? "" : ";BYDAY=" + String.join(",", days));
    }

    private static Arbitrary<String> monthDays() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(29, 31).map(day -> ";BYMONTHDAY=" + day),
                // Of one sign, because ical4j counts a day twice that is named from both ends.
                Combinators.combine(
                                Arbitraries.of(1, -1),
                                Arbitraries.integers()
                                        .between(1, 28)
                                        .set()
                                        .ofMinSize(1)
                                        .ofMaxSize(3))
                        .as((sign, days) -> days.stream().map(day -> sign * day).toList())
                        .map(days -> days.stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",", ";BYMONTHDAY=", ""))));
    }

    private static Arbitrary<String> ordinals() {
        return Combinators.combine(Arbitraries.of("1", "2", "4", "-1", "-2"), Arbitraries.of("MO", "WE", "SU"))
                .as((ordinal, day) -> ordinal + day);
    }

    private static List<LocalDate> reckoned(Recurrence series, LocalDate from, LocalDate until) {
        var rule = series.calendarRule((LocalTime) null, ZoneOffset.UTC);
        // ical4j takes Sunday for the first day of a week unless the rule names it; RFC 5545 says Monday.
        var explicit = rule.contains("WKST") ? rule : rule + ";WKST=MO";
        return new Recur<LocalDate>(explicit).getDates(series.anchor(), from, until.minusDays(1));
    }
}
