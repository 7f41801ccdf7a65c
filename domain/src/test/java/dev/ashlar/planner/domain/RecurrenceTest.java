// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=MONTHLY                             | 2026-01-31 | 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31
            FREQ=MONTHLY                             | 2028-01-30 | 2028-01-30 2028-02-29 2028-03-30 2028-04-30
            FREQ=MONTHLY                             | 2026-01-29 | 2026-01-29 2026-02-28 2026-03-29
            FREQ=MONTHLY;INTERVAL=3                  | 2026-08-31 | 2026-08-31 2026-11-30 2027-02-28 2027-05-31
            FREQ=MONTHLY;BYMONTHDAY=30,31            | 2026-01-01 | 2026-01-30 2026-01-31 2026-02-28 2026-03-30
            FREQ=MONTHLY;BYMONTHDAY=-1               | 2026-01-31 | 2026-01-31 2026-02-28 2026-03-31 2026-04-30
            FREQ=YEARLY                              | 2024-02-29 | 2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29
            FREQ=YEARLY;BYMONTH=6                    | 2026-01-31 | 2026-06-30 2027-06-30
            FREQ=MONTHLY;RSCALE=GREGORIAN;SKIP=BACKWARD;BYMONTHDAY=31 | 2026-04-01 | 2026-04-30 2026-05-31
            """)
    void fallsOnTheLastDayOfAShorterMonthAndKeepsItsDay(String rule, LocalDate anchor, String dates) {
        assertStarts(rule, anchor, dates);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=MONTHLY;BYMONTHDAY=15       | 2026-03-10 | 2026-03-15 2026-04-15
            FREQ=MONTHLY;BYMONTHDAY=15       | 2026-03-15 | 2026-03-15 2026-04-15
            FREQ=MONTHLY;BYMONTHDAY=15       | 2026-03-16 | 2026-04-15 2026-05-15
            FREQ=MONTHLY;BYMONTHDAY=31       | 2026-02-10 | 2026-02-28 2026-03-31
            FREQ=MONTHLY;BYDAY=1MO           | 2026-06-01 | 2026-06-01 2026-07-06
            FREQ=MONTHLY;BYDAY=1MO           | 2026-06-02 | 2026-07-06 2026-08-03
            FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=10 | 2026-01-31 | 2026-03-10 2026-05-10
            FREQ=WEEKLY;BYDAY=MO,FR          | 2026-02-04 | 2026-02-06 2026-02-09 2026-02-13
            FREQ=WEEKLY;INTERVAL=2;BYDAY=MO  | 2026-02-04 | 2026-02-16 2026-03-02
            FREQ=WEEKLY                      | 2026-02-04 | 2026-02-04 2026-02-11
            FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU | 1997-08-05 | 1997-08-05 1997-08-17 1997-08-19 1997-08-31
            FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO | 1997-08-05 | 1997-08-05 1997-08-10 1997-08-19 1997-08-24
            FREQ=DAILY;INTERVAL=10           | 2026-02-04 | 2026-02-04 2026-02-14
            FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR  | 2026-02-07 | 2026-02-09 2026-02-10
            FREQ=YEARLY;BYMONTH=11;BYDAY=4TH | 2026-11-27 | 2027-11-25 2028-11-23
            FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1 | 2026-01-31 | 2026-02-27 2026-03-31
            FREQ=YEARLY;BYDAY=MO;BYSETPOS=1               | 2026-06-15 | 2027-01-04 2028-01-03
            FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1;BYSETPOS=2 | 2026-03-01 | 2026-07-01 2027-07-01
            FREQ=YEARLY;INTERVAL=2;BYDAY=MO;BYSETPOS=1    | 2026-06-15 | 2028-01-03 2030-01-07
            FREQ=YEARLY;BYMONTHDAY=15                     | 2026-03-01 | 2026-03-15 2026-04-15 2026-05-15
            FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=13            | 2026-01-31 | 2026-02-13 2026-03-13 2026-11-13
            FREQ=MONTHLY;BYMONTHDAY=+31;INTERVAL=+1       | 2026-01-31 | 2026-01-31 2026-02-28
            """)
    void beginsOnTheFirstDateThatIsNotBeforeTheStart(String rule, LocalDate anchor, String dates) {
        assertStarts(rule, anchor, dates);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=DAILY;COUNT=3                  | 2026-02-27 2026-02-28 2026-03-01
            FREQ=DAILY;UNTIL=20260301           | 2026-02-27 2026-02-28 2026-03-01
            FREQ=DAILY;UNTIL=20260301T080000Z   | 2026-02-27 2026-02-28 2026-03-01
            FREQ=DAILY;UNTIL=20260301T075959Z   | 2026-02-27 2026-02-28
            FREQ=DAILY;UNTIL=20260228T233000Z   | 2026-02-27 2026-02-28
            """)
    void includesItsEnd(String rule, String dates) {
        var series = Recurrence.of("/recurrence", rule, LocalDateTime.parse("2026-02-27T09:00"), BERLIN);
        assertThat(series.between(LocalDate.EPOCH, LocalDate.parse("2050-01-01")))
                .isEqualTo(dates(dates));
        assertThat(series.bound()).isEqualTo(dates(dates).getLast());
        assertThat(series.after(dates(dates).getLast())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY",
                "FREQ=HOURLY",
                "FREQ=DAILY;BYHOUR=1,2",
                "FREQ=DAILY;BYMINUTE=0",
                "FREQ=DAILY;BYSECOND=0",
                "FREQ=YEARLY;BYWEEKNO=20",
                "FREQ=YEARLY;BYYEARDAY=100",
                "FREQ=YEARLY;BYEASTER=0",
                "FREQ=DAILY;INTERVAL=0",
                "FREQ=DAILY;INTERVAL=367",
                "FREQ=DAILY;INTERVAL=99999999999",
                "FREQ=DAILY;COUNT=0",
                "FREQ=DAILY;COUNT=1001",
                "FREQ=DAILY;COUNT=3;UNTIL=20270101",
                "FREQ=DAILY;UNTIL=20260101",
                "FREQ=DAILY;UNTIL=20270101T000000",
                "FREQ=DAILY;UNTIL=20271399",
                "FREQ=DAILY;BYMONTHDAY=1",
                "FREQ=WEEKLY;BYMONTHDAY=1",
                "FREQ=WEEKLY;BYDAY=1MO",
                "FREQ=MONTHLY;BYMONTHDAY=0",
                "FREQ=MONTHLY;BYMONTHDAY=32",
                "FREQ=MONTHLY;BYMONTHDAY=-31",
                "FREQ=MONTHLY;BYDAY=XX",
                "FREQ=MONTHLY;BYDAY=6MO",
                "FREQ=MONTHLY;SKIP=OMIT",
                "FREQ=MONTHLY;RSCALE=HEBREW;SKIP=BACKWARD",
                "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3;BYMONTHDAY=1",
                "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
                "FREQ=DAILY;FREQ=WEEKLY",
                "FREQ=DAILY;INTERVAL=1;INTERVAL=2",
                "FREQ=MONTHLY;BYMONTHDAY=1;BYMONTHDAY=2",
                "FREQ=MONTHLY;BYMONTHDAY=++1",
                "FREQ=YEARLY;BYMONTHDAY=31;BYDAY=-1FR",
                "FREQ=DAILY;_BYMONTHSKIP=1",
                "FREQ=DAILY;",
                "FREQ=DAILY;;COUNT=1",
                "FREQ",
                "FREQ=",
                "INTERVAL=2",
                " ",
                "every day"
            })
    void refusesARuleThatItDoesNotSupport(String rule) {
        assertThatThrownBy(() -> Recurrence.of("/recurrence", rule, LocalDateTime.parse("2026-02-27T09:00"), BERLIN))
                .hasMessageContaining("/recurrence");
    }

    @Test
    void saysWhyARuleIsRefused() {
        var anchor = LocalDate.parse("2026-02-27");
        assertThatThrownBy(() -> Recurrence.of("/recurrence", "FREQ=SECONDLY", anchor))
                .hasMessageContaining("because a series occurs at most once a day");
        assertThatThrownBy(() -> Recurrence.of("/recurrence", "FREQ=DAILY;BYHOUR=1", anchor))
                .hasMessageContaining("must not have the part BYHOUR");
        assertThatThrownBy(() -> Recurrence.of("/recurrence", "FREQ=DAILY;INTERVAL=7;BYDAY=MO", anchor))
                .hasMessageContaining("must have a date on which the series occurs");
        assertThatThrownBy(() -> Recurrence.of("/recurrence", "FREQ=DAILY;COUNT=5000", anchor))
                .hasMessageContaining("COUNT from 1 to 1000");
        var tooLong = "FREQ=YEARLY;BYMONTHDAY=" + "1,".repeat(10_000) + "1";
        assertThatThrownBy(() -> Recurrence.of("/recurrence", tooLong, anchor))
                .hasMessageContaining("at most " + Recurrence.MAX_LENGTH);
    }

    @Test
    void costsWhatTheRangeCostsHoweverFarItIsFromTheStart() {
        var rules = Stream.of("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,WE", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=YEARLY")
                .map(rule -> Recurrence.of("/recurrence", rule, LocalDate.parse("1900-01-31")))
                .toList();
        var near = LocalDate.parse("1900-02-01");
        var far = LocalDate.parse("8900-02-01");
        var best = Stream.generate(() -> List.of(time(rules, near), time(rules, far)))
                .limit(300)
                .reduce((one, other) -> List.of(Math.min(one.get(0), other.get(0)), Math.min(one.get(1), other.get(1))))
                .orElseThrow();
        assertThat(best.get(1)).as("seven thousand years ahead").isLessThan(best.get(0) * 3);
    }

    @Test
    void splitsWithoutLosingOrRepeatingADate() {
        var series = Recurrence.of("/recurrence", "FREQ=MONTHLY;COUNT=12", LocalDate.parse("2026-01-31"));
        var date = LocalDate.parse("2026-04-30");
        var before = series.endingBefore(date);
        var rest = series.continuingAt(date);
        var end = LocalDate.parse("2040-01-01");
        assertThat(before.between(LocalDate.EPOCH, end)).hasSize(3);
        assertThat(rest.count()).isEqualTo(9);
        assertThat(Stream.concat(
                        before.between(LocalDate.EPOCH, end).stream(), rest.between(LocalDate.EPOCH, end).stream()))
                .containsExactlyElementsOf(series.between(LocalDate.EPOCH, end));
    }

    @Test
    void goesOnWithoutItsCount() {
        var series = Recurrence.of("/recurrence", "FREQ=DAILY;COUNT=2", LocalDate.parse("2026-01-31"));
        assertThat(series.count()).isEqualTo(2);
        assertThat(series.after(LocalDate.parse("2026-02-01"))).isEmpty();
        assertThat(series.uncounted().after(LocalDate.parse("2026-02-01"))).contains(LocalDate.parse("2026-02-02"));
        assertThat(series.uncounted().bound()).isNull();
        var endless = series.uncounted();
        assertThat(endless.uncounted()).isSameAs(endless);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=MONTHLY                       | 2026-01-31 | FREQ=MONTHLY;BYMONTHDAY=-1
            FREQ=MONTHLY                       | 2026-01-15 | FREQ=MONTHLY;BYMONTHDAY=15
            FREQ=YEARLY                        | 2024-02-29 | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1
            FREQ=MONTHLY;BYMONTHDAY=15,31      | 2026-01-15 | RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=15,31;SKIP=BACKWARD
            FREQ=MONTHLY;BYMONTHDAY=+31        | 2026-01-15 | FREQ=MONTHLY;BYMONTHDAY=-1
            FREQ=YEARLY;BYMONTHDAY=15          | 2026-01-15 | FREQ=YEARLY;BYMONTHDAY=15;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12
            FREQ=WEEKLY;UNTIL=20260331         | 2026-01-15 | FREQ=WEEKLY;BYDAY=TH;UNTIL=20260331T070000Z
            FREQ=WEEKLY;UNTIL=20260301         | 2026-01-15 | FREQ=WEEKLY;BYDAY=TH;UNTIL=20260301T080000Z
            """)
    void writesItsRuleForCalendars(String rule, LocalDate anchor, String written) {
        var series = Recurrence.of("/recurrence", rule, anchor);
        assertThat(series.calendarRule(LocalTime.of(9, 0), BERLIN)).isEqualTo(written);
        assertThat(series.calendarRule(null, BERLIN)).isEqualTo(written.replaceAll("T[0-9]{6}Z", ""));
    }

    /** Returns the nanoseconds that a week of each series takes. */
    private static long time(List<Recurrence> rules, LocalDate from) {
        long start = System.nanoTime();
        for (var rule : rules) {
            assertThat(rule.between(from, from.plusDays(7))).hasSizeLessThan(8);
        }
        return System.nanoTime() - start;
    }

    private static void assertStarts(String rule, LocalDate anchor, String text) {
        var dates = dates(text);
        var series = Recurrence.of("/recurrence", rule, anchor);
        assertThat(series.between(LocalDate.EPOCH, dates.getLast().plusDays(1))).isEqualTo(dates);
        assertThat(series.first()).isEqualTo(dates.getFirst());
        assertThat(series.after(dates.getFirst())).contains(dates.get(1));
        assertThat(series.includes(dates.get(1))).isTrue();
        assertThat(series.includes(dates.getFirst().minusDays(1))).isFalse();
    }

    private static List<LocalDate> dates(String text) {
        return Stream.of(text.split(" ")).map(LocalDate::parse).toList();
    }
}
