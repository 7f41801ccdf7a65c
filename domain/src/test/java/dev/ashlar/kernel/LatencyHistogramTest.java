// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    private static final Percentage ERROR = Percentage.withPercentage(LatencyHistogram.ERROR_PERCENT);

    @Property(tries = 300)
    void isOffByLessThanItsError(
            @ForAll @Size(min = 1, max = 300) List<@LongRange(min = 10, max = 655_359) Long> times) {
        var sorted = times.stream().sorted().toList();
        var found = histogram(times).percentiles().orElseThrow();
        assertThat(found.p50()).isCloseTo(exact(sorted, 50), ERROR);
        assertThat(found.p95()).isCloseTo(exact(sorted, 95), ERROR);
        assertThat(found.p99()).isCloseTo(exact(sorted, 99), ERROR);
    }

    @Test
    void isOffByLessThanItsErrorForEachDuration() {
        for (long time = 10; time < 20_000; time++) {
            assertThat(histogram(List.of(time)).percentiles().orElseThrow().p50())
                    .isCloseTo(time, ERROR);
        }
    }

    @Test
    void countsShorterAndLongerDurationsAtTheEnds() {
        assertThat(histogram(List.of(0L, 9L)).percentiles()).hasValue(new Percentiles(10, 10, 10));
        assertThat(histogram(List.of(655_360L, (long) Integer.MAX_VALUE)).percentiles())
                .hasValue(new Percentiles(655_360, 655_360, 655_360));
    }

    @Test
    void hasNoPercentilesWithoutDurations() {
        assertThat(histogram(List.of()).percentiles()).isEmpty();
    }

    @Test
    void holdsAsManyDurationsAsItsDigitsAllow() {
        var largest = BigDecimal.TEN.pow(LatencyHistogram.DIGITS).subtract(BigDecimal.ONE);
        var both = largest.add(largest.scaleByPowerOfTen(LatencyHistogram.DIGITS * LatencyHistogram.BOUNDS.size()));
        assertThat(new LatencyHistogram(both.toPlainString()).percentiles())
                .hasValue(new Percentiles(10, 655_360, 655_360));
        assertThat(both.precision()).isLessThanOrEqualTo(984);
    }

    @Test
    void hasItsBoundsForEver() {
        assertThat(LatencyHistogram.BOUNDS)
                .startsWith(10L, 11L, 13L, 15L, 17L, 20L)
                .endsWith(570_524L, 655_360L)
                .hasSize(81)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static LatencyHistogram histogram(List<Long> times) {
        return new LatencyHistogram(times.stream()
                .map(LatencyHistogramTest::place)
                .map(place -> BigDecimal.ONE.scaleByPowerOfTen(LatencyHistogram.DIGITS * place))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString());
    }

    private static int place(long time) {
        return (int)
                LatencyHistogram.BOUNDS.stream().filter(bound -> bound <= time).count();
    }

    private static long exact(List<Long> sorted, int percent) {
        return sorted.get(Math.ceilDiv(sorted.size() * percent, 100) - 1);
    }
}
