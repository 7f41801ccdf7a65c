// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRetriesTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 10", "2, 20", "3, 40", "9, 2560", "10, 3600", "11, 3600", "19, 3600"})
    void doubleThePauseAfterEachAttempt(int attempts, long seconds) {
        assertThat(EventRetries.pauses().get(attempts)).isEqualTo(seconds);
    }

    @Test
    void endAfterTheLastAttempt() {
        assertThat(EventRetries.pauses()).hasSize(EventRetries.MAX_ATTEMPTS);
    }
}
