// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealWorldTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-31T09:30:00Z, 2026-01-31T09:30:00.000Z",
        "2026-01-31T00:00:00Z, 2026-01-31T00:00:00.000Z",
        "2026-01-31T09:30:07.05Z, 2026-01-31T09:30:07.050Z",
        "2026-01-31T09:30:07.123456Z, 2026-01-31T09:30:07.123Z",
        "2026-12-31T23:59:59.999999Z, 2026-12-31T23:59:59.999Z",
        "1969-12-31T23:59:59.9995Z, 1969-12-31T23:59:59.999Z"
    })
    void writesExactlyThreeDigitsOfTheSecond(Instant time, String text) {
        assertThat(RealWorldTime.of(time)).isEqualTo(text);
    }
}
