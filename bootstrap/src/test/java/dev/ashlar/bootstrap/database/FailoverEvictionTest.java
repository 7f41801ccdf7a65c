// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static com.zaxxer.hikari.SQLExceptionOverride.Override.CONTINUE_EVICT;
import static com.zaxxer.hikari.SQLExceptionOverride.Override.MUST_EVICT;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailoverEvictionTest {
    private static final String READ_ONLY = "25006";

    private final Queue<Runnable> planned = new ArrayDeque<>();
    private final AtomicInteger evictions = new AtomicInteger();
    private final FailoverEviction eviction = new FailoverEviction(planned::add, evictions::incrementAndGet);

    @ParameterizedTest
    @ValueSource(strings = {READ_ONLY, "57P01", "57P02", "57P03"})
    void evictsAConnectionWhoseServerHasHandedOver(String state) {
        assertThat(eviction.adjudicate(new SQLException("", state))).isEqualTo(MUST_EVICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40P01", "42P01", "57014"})
    void leavesOtherFailuresToThePool(String state) {
        assertThat(eviction.adjudicate(new SQLException("", state))).isEqualTo(CONTINUE_EVICT);
        assertThat(eviction.adjudicate(new SQLException("without a state"))).isEqualTo(CONTINUE_EVICT);
        assertThat(planned).isEmpty();
    }

    @Test
    void evictsAllOthersOnceForManyFailuresAndAgainForALaterOne() {
        for (int i = 0; i < 3; i++) {
            eviction.adjudicate(new SQLException("", READ_ONLY));
        }
        assertThat(planned).hasSize(1);
        planned.remove().run();
        assertThat(evictions).hasValue(1);

        eviction.adjudicate(new SQLException("", READ_ONLY));
        planned.remove().run();
        assertThat(evictions).hasValue(2);
    }
}
