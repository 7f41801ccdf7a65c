// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.application.WalPosition;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReplayedTimeTest {
    private final ReplayedTime times = new ReplayedTime();

    @Test
    void isUnknownUntilTheFirstPositionIsReplayed() {
        assertThat(replayed(10)).isEmpty();
        times.written(new WalPosition(20), 1);
        assertThat(replayed(19)).isEmpty();
        assertThat(replayed(20)).hasValue(1);
    }

    @Test
    void isThatOfTheLastPositionReplayed() {
        times.written(new WalPosition(10), 1);
        times.written(new WalPosition(20), 2);
        times.written(new WalPosition(30), 3);
        assertThat(replayed(29)).hasValue(2);
        assertThat(replayed(29)).hasValue(2);
        assertThat(replayed(40)).hasValue(3);
    }

    @Test
    void goesOnWhileNothingIsWritten() {
        times.written(new WalPosition(10), 1);
        times.written(new WalPosition(10), 2);
        assertThat(replayed(10)).hasValue(2);
    }

    /** The replica is far behind: positions are left out, and their time is not taken for shown. */
    @Test
    void isNeverTooLateAfterALongWait() {
        for (int second = 0; second < 10_000; second++) {
            times.written(new WalPosition(second), second);
        }
        assertThat(replayed(20_000).orElseThrow()).isBetween(200L, 300L);
        times.written(new WalPosition(20_000), 20_000);
        assertThat(replayed(20_000)).hasValue(20_000);
    }

    private OptionalLong replayed(long position) {
        return times.replayed(new WalPosition(position));
    }
}
