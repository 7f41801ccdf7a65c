// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatsRangeTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    @Property
    void consistsOfTheLargestWholeParts(
            @ForAll @IntRange(max = 20_000) int firstHour, @ForAll @IntRange(min = 1, max = 20_000) int hours) {
        var from = START.plus(Duration.ofHours(firstHour));
        var to = from.plus(Duration.ofHours(hours));
        var range = StatsRange.of(StatsGrain.HOUR, from, to);

        var bounds = List.of(
                range.from(), range.daysFrom(), range.monthsFrom(), range.monthsTo(), range.daysTo(), range.to());
        assertThat(bounds).isSorted().startsWith(from).endsWith(to);
        assertThat(StatsGrain.MONTH.firstStart(range.monthsFrom()).equals(range.monthsFrom())
                        || range.monthsFrom().equals(range.monthsTo()))
                .isTrue();
        assertThat(StatsGrain.DAY.between(range.daysFrom(), range.monthsFrom())).isLessThan(62);
        assertThat(StatsGrain.HOUR.between(range.from(), range.daysFrom())).isLessThan(47);
        assertThat(StatsGrain.HOUR.between(range.daysTo(), range.to())).isLessThan(24);
    }

    @Test
    void readsAMonthAsOneMonth() {
        var month = StatsRange.of(StatsGrain.HOUR, START, Instant.parse("2024-02-01T00:00:00Z"));
        assertThat(List.of(month.daysFrom(), month.monthsFrom())).containsOnly(START);
        assertThat(List.of(month.monthsTo(), month.daysTo())).containsOnly(month.to());
    }

    @Test
    void endsWithItsMonth() {
        var month = StatsRange.of(StatsGrain.HOUR, START, Instant.parse("2024-02-01T00:00:00Z"));
        assertThat(month.toEndOfMonth()).isEqualTo(month);
        assertThat(StatsRange.of(StatsGrain.HOUR, START, Instant.parse("2024-01-30T10:30:00Z"))
                        .toEndOfMonth())
                .isEqualTo(month);
    }

    @Test
    void roundsToWholeHoursDaysOrMonths() {
        var from = Instant.parse("2024-02-10T10:30:00Z");
        var to = Instant.parse("2024-02-10T10:30:01Z");
        assertThat(StatsRange.of(StatsGrain.HOUR, from, to))
                .returns(Instant.parse("2024-02-10T10:00:00Z"), StatsRange::from)
                .returns(Instant.parse("2024-02-10T11:00:00Z"), StatsRange::to);
        assertThat(StatsRange.of(StatsGrain.MONTH, from, to))
                .returns(Instant.parse("2024-02-01T00:00:00Z"), StatsRange::from)
                .returns(Instant.parse("2024-03-01T00:00:00Z"), StatsRange::to);
    }

    @ParameterizedTest
    @CsvSource({
        "1999-12-31T23:00:00Z, 2000-01-01T00:00:00Z, from",
        "2199-12-31T23:00:00Z, 2200-01-01T00:00:01Z, to",
        "2024-01-01T00:00:00Z, 2024-01-01T00:00:00Z, to",
        "2024-01-01T00:00:00Z, 2023-01-01T00:00:00Z, to",
        "2024-01-01T00:00:00Z, 2034-01-08T00:00:00.000001Z, to",
        "-1000000000-01-01T00:00:00Z, +1000000000-12-31T23:59:59Z, from"
    })
    void refusesAnEmptyOrAVeryLongPeriod(Instant from, Instant to, String parameter) {
        assertThatThrownBy(() -> StatsRange.of(StatsGrain.HOUR, from, to))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.getMessage()).contains(" " + parameter + " "));
    }
}
