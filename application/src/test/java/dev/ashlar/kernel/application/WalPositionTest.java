// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalPositionTest {
    @ParameterizedTest
    @ValueSource(strings = {"0000000000000000", "00000001016B3740", "7FFFFFFFFFFFFFFF"})
    void isReadAsItIsWritten(String text) {
        assertThat(WalPosition.parse(text).orElseThrow()).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0/16B3740", "16B3740", "8000000000000000", "00000001016b3740", "00000000000000000"})
    void isNotReadFromAnyOtherText(String text) {
        assertThat(WalPosition.parse(text)).isEmpty();
    }

    @Test
    void isOrderedAsItsText() {
        var early = new WalPosition(0x9);
        var late = new WalPosition(0x10);
        assertThat(late.isAfter(early)).isTrue();
        assertThat(early.isAfter(late)).isFalse();
        assertThat(early.isAfter(early)).isFalse();
        assertThat(late.toString()).isGreaterThan(early.toString());
    }
}
