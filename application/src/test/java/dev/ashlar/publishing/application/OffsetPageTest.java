// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffsetPageTest {
    @ParameterizedTest
    @CsvSource({"0, 20", "9980, 20", "9990, 10", "10000, 0", "2147483647, 0"})
    void hasNoRowsBeyondItsReach(int offset, int rows) {
        assertThat(new OffsetPage(20, offset).rows()).isEqualTo(rows);
    }
}
