// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UsageTypeTest {
    @ParameterizedTest
    @CsvSource({
        "MEETING_BOOKING, false, true",
        "PENALTY, false, true",
        "REFUND, true, false",
        "PURCHASE, true, false",
        "ALLOTMENT, true, false",
        "EARNING, true, false",
        "ADJUSTMENT, true, true",
        "REVERSAL, true, true"
    })
    void allowsOnlyItsDirection(UsageType type, boolean in, boolean out) {
        assertThat(type.allows(1)).isEqualTo(in);
        assertThat(type.allows(-1)).isEqualTo(out);
    }

    @ParameterizedTest
    @EnumSource
    void refusesToMoveNoTokens(UsageType type) {
        assertThat(type.allows(0)).isFalse();
    }
}
