// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRetriesTest {
    private static final Instant LAST = Instant.parse("2026-01-31T09:30:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 10", "2, 20", "3, 40", "9, 2560", "10, 3600", "11, 3600", "19, 3600"})
    void doubleThePauseAfterEachAttempt(int attempts, long seconds) {
        assertThat(EventRetries.isDue(attempts, LAST, LAST.plusSeconds(seconds).minusNanos(1)))
                .isFalse();
        assertThat(EventRetries.isDue(attempts, LAST, LAST.plusSeconds(seconds)))
                .isTrue();
    }

    @Test
    void endAfterTheLastAttempt() {
        assertThat(EventRetries.isDue(EventRetries.MAX_ATTEMPTS, LAST, Instant.MAX))
                .isFalse();
    }
}
