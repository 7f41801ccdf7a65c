// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class KernelWiringTest {
    @Test
    void timeIsAsFineAsTheDatabaseKeepsIt() {
        var clock = new KernelWiring().clock();
        for (int i = 0; i < 1000; i++) {
            var now = clock.instant();
            assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MICROS));
        }
    }
}
