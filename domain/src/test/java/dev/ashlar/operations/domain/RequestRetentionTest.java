// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRetentionTest {
    @Test
    void keepsWholeMonths() {
        assertThat(new RequestRetention(3).firstDay(Instant.parse("2026-05-31T23:59:59Z")))
                .isEqualTo(LocalDate.of(2026, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 25})
    void isFromOneToTwentyFourMonths(int months) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RequestRetention(months));
    }
}
