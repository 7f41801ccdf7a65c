// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.Relations.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.InstantRange;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BusyTimesTest {
    private static final int MINUTES = 60;
    private static final InstantRange HOUR = minutes(0, MINUTES);

    @Example
    void mergesSpansThatOverlapOrTouch() {
        var busy = BusyTimes.within(HOUR, List.of(minutes(30, 40), minutes(10, 20), minutes(15, 30), minutes(50, 55)));
        assertThat(busy.spans()).containsExactly(minutes(10, 40), minutes(50, 55));
    }

    @Example
    void cutsSpansAtTheRange() {
        var busy = BusyTimes.within(HOUR, List.of(minutes(-30, 10), minutes(50, 90), minutes(60, 70), minutes(-9, 0)));
        assertThat(busy.spans()).containsExactly(minutes(0, 10), minutes(50, 60));
    }

    @Property
    void isBusyInExactlyTheMinutesThatAreTaken(@ForAll("taken") List<InstantRange> taken) {
        var busy = BusyTimes.within(HOUR, taken).spans();

        assertThat(IntStream.range(0, MINUTES))
                .allSatisfy(minute -> assertThat(covers(busy, minute)).isEqualTo(covers(taken, minute)));
        assertThat(IntStream.range(1, busy.size()))
                .allSatisfy(i ->
                        assertThat(busy.get(i - 1).until()).isBefore(busy.get(i).from()));
        assertThat(busy).allSatisfy(span -> {
            assertThat(span.from()).isAfterOrEqualTo(HOUR.from());
            assertThat(span.until()).isBeforeOrEqualTo(HOUR.until());
        });
    }

    @Provide
    Arbitrary<List<InstantRange>> taken() {
        return Combinators.combine(
                        Arbitraries.integers().between(-20, 80),
                        Arbitraries.integers().between(1, 30))
                .as((from, length) -> minutes(from, from + length))
                .list()
                .ofMaxSize(12);
    }

    private static boolean covers(List<InstantRange> spans, int minute) {
        return spans.stream().anyMatch(span -> span.contains(NOW.plusSeconds(minute * 60L)));
    }

    private static InstantRange minutes(int from, int until) {
        return new InstantRange(NOW.plusSeconds(from * 60L), NOW.plusSeconds(until * 60L));
    }
}
