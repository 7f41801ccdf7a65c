// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetPeriodTest {
    @ParameterizedTest
    @CsvSource({
        "DAY,   2026-11-20T10:00:00.123Z, 2026-11-20T00:00:00Z, 2026-11-21T00:00:00Z",
        "DAY,   2026-11-20T00:00:00Z,     2026-11-20T00:00:00Z, 2026-11-21T00:00:00Z",
        "MONTH, 2026-11-20T10:00:00.123Z, 2026-11-01T00:00:00Z, 2026-12-01T00:00:00Z",
        "MONTH, 2024-02-29T23:59:59.999Z, 2024-02-01T00:00:00Z, 2024-03-01T00:00:00Z",
        "MONTH, 2026-12-31T23:59:59.999Z, 2026-12-01T00:00:00Z, 2027-01-01T00:00:00Z"
    })
    void returnsTheWindowOfATime(BudgetPeriod period, Instant time, Instant from, Instant until) {
        assertThat(period.windowAt(time).from()).isEqualTo(from);
        assertThat(period.windowAt(time).until()).isEqualTo(until);
    }

    @Property
    void windowsFollowEachOther(@ForAll BudgetPeriod period, @ForAll("times") Instant time) {
        var window = period.windowAt(time);
        var end = Objects.requireNonNull(window.until());
        assertThat(window.contains(time)).isTrue();
        assertThat(period.windowAt(window.from())).isEqualTo(window);
        assertThat(period.windowAt(end).from()).isEqualTo(end);
        assertThat(period.windowAt(end.minusNanos(1))).isEqualTo(window);
    }

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(0, Instant.parse("2200-01-01T00:00:00Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
    }
}
