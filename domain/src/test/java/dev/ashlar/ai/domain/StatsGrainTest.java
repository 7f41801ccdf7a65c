// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatsGrainTest {
    @ParameterizedTest
    @CsvSource({
        "HOUR,  2026-03-29T01:59:59.999Z, 2026-03-29T01:00:00Z, 2026-03-29T02:00:00Z",
        "DAY,   2026-03-29T01:59:59.999Z, 2026-03-29T00:00:00Z, 2026-03-30T00:00:00Z",
        "MONTH, 2026-03-29T01:59:59.999Z, 2026-03-01T00:00:00Z, 2026-04-01T00:00:00Z",
        "MONTH, 2026-12-01T00:00:00Z,     2026-12-01T00:00:00Z, 2027-01-01T00:00:00Z"
    })
    void containsATimeFromItsStartUntilItsEnd(StatsGrain grain, Instant time, Instant start, Instant end) {
        assertThat(grain.startOf(time)).isEqualTo(start);
        assertThat(grain.endOf(time)).isEqualTo(end);
        assertThat(grain.firstStart(start)).isEqualTo(start);
        assertThat(grain.firstStart(start.plusNanos(1))).isEqualTo(end);
        assertThat(grain.between(start, end)).isEqualTo(1);
    }
}
