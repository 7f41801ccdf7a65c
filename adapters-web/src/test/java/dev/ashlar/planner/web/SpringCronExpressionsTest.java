// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.planner.domain.CronExpressions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpringCronExpressionsTest {
    private final CronExpressions cron = new SpringCronExpressions();

    /** Three ticks in local time, after midnight of the day before a clock change. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "America/New_York;    30 9 * * *; 2026-03-07T09:30, 2026-03-08T09:30, 2026-03-09T09:30",
                "America/New_York;    30 2 * * *; 2026-03-07T02:30, 2026-03-08T03:00, 2026-03-09T02:30",
                "America/New_York;    30 1 * * *; 2026-10-31T01:30, 2026-11-01T01:30, 2026-11-02T01:30",
                "Europe/Berlin;       30 2 * * *; 2026-03-28T02:30, 2026-03-29T03:00, 2026-03-30T02:30",
                "Europe/Berlin;       30 2 * * *; 2026-10-24T02:30, 2026-10-25T02:30, 2026-10-26T02:30",
                "Australia/Lord_Howe; 15 2 * * *; 2026-10-03T02:15, 2026-10-04T02:30, 2026-10-05T02:15",
                "Australia/Lord_Howe; 45 1 * * *; 2026-04-04T01:45, 2026-04-05T01:45, 2026-04-06T01:45",
                "Pacific/Auckland;    0 8 * * *;  2026-09-26T08:00, 2026-09-27T08:00, 2026-09-28T08:00",
                "Pacific/Apia;        0 8 * * *;  2011-12-29T08:00, 2011-12-31T00:00, 2011-12-31T08:00",
                "Europe/Berlin;       0 0 31 * *; 2026-01-31T00:00, 2026-03-31T00:00, 2026-05-31T00:00",
                "UTC;                 0 0 29 2 *; 2028-02-29T00:00, 2032-02-29T00:00, 2036-02-29T00:00",
                "UTC;                 0 9 * * 1-5; 2026-07-03T09:00, 2026-07-06T09:00, 2026-07-07T09:00"
            })
    void ticksAtLocalTime(String zone, String expression, String expected) {
        var ticks = expected.strip().split(", ");
        var id = ZoneId.of(zone);
        var start = LocalDateTime.parse(ticks[0])
                .toLocalDate()
                .atStartOfDay(id)
                .toInstant()
                .minusMillis(1);
        assertThat(ticks(expression, id, start, ticks.length)).containsExactly(ticks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Auckland", "UTC"})
    void anExpressionForEveryHourFollowsTheHoursThatPass(String zone) {
        var id = ZoneId.of(zone);
        var tick = Instant.parse("2026-01-01T00:00:00Z");
        for (int count = 0; count < 365 * 48; count++) {
            var next = cron.next("0,30 * * * *", id, tick).orElseThrow();
            assertThat(next).as("after %s", tick).isEqualTo(tick.plusSeconds(1800));
            tick = next;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia"})
    void theNextTickIsTheFirstOneFromWhereverItIsAsked(String zone) {
        var id = ZoneId.of(zone);
        var expression = "0,20,40 1,2,3 * * *";
        var start = Instant.parse("2011-01-01T00:00:00Z");
        var all = new ArrayList<Instant>();
        for (var tick = start; all.size() < 3300; tick = all.getLast()) {
            all.add(cron.next(expression, id, tick).orElseThrow());
        }
        assertThat(all).isSorted().doesNotHaveDuplicates();
        var wrong = new ArrayList<Instant>(); // an assertion each would take longer than the answers
        int index = 0;
        for (var asked = start; asked.isBefore(all.getLast()); asked = asked.plusSeconds(600)) {
            while (!all.get(index).isAfter(asked)) {
                index++;
            }
            if (!cron.next(expression, id, asked).equals(Optional.of(all.get(index)))) {
                wrong.add(asked);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void returnsNothingForADateThatNeverComes() {
        assertThat(cron.next("0 0 30 2 *", ZoneId.of("UTC"), Instant.EPOCH)).isEmpty();
        assertThat(cron.next("0 * 30 2 *", ZoneId.of("UTC"), Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"60 * * * *", "a b c d e", "* * * * 9", "*/0 * * * *", "1-0-2 * * * *", "0 0 32 * *"})
    void refusesAnUnreadableExpression(String expression) {
        assertThat(assertRefused(
                                KernelProblem.INVALID_REQUEST,
                                () -> cron.next(expression, ZoneId.of("UTC"), Instant.EPOCH))
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.pointer()).isEqualTo("/schedule/cronExpr"));
    }

    private List<String> ticks(String expression, ZoneId zone, Instant after, int count) {
        var ticks = new ArrayList<String>();
        var last = after;
        for (int i = 0; i < count; i++) {
            last = cron.next(expression, zone, last).orElseThrow();
            ticks.add(LocalDateTime.ofInstant(last, zone).toString());
        }
        return ticks;
    }
}
