// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallWatchTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final CallWatch watch = new CallWatch();
    private final AtomicInteger canceled = new AtomicInteger();

    @AfterEach
    void stop() {
        watch.close();
    }

    @Test
    void cancelsALateCallOnce() {
        var call = watch.watch(canceled::incrementAndGet, () -> false, end());
        call.in(Duration.ofMillis(1));
        await().until(() -> canceled.get() == 1);
        assertThat(call.isLate()).isTrue();
        assertThat(call.isAbandoned()).isFalse();
    }

    @Test
    void movesNoDeadlineBeyondTheEnd() {
        var call = watch.watch(canceled::incrementAndGet, () -> false, System.nanoTime());
        call.in(HOUR);
        await().until(call::isLate);
    }

    @Test
    void waitsUntilTheEndWhileTheProviderIsNotToBlame() {
        var first = watch.watch(canceled::incrementAndGet, () -> false, end());
        first.in(Duration.ZERO.minusSeconds(1));
        first.atEnd();
        var second = watch.watch(() -> {}, () -> false, System.nanoTime());
        await().until(second::isLate);
        assertThat(canceled).hasValue(0);
    }

    @Test
    void cancelsACallWhoseClientHasLeft() {
        var left = new AtomicBoolean();
        var call = watch.watch(canceled::incrementAndGet, left::get, end());
        left.set(true);
        await().until(() -> canceled.get() == 1);
        assertThat(call.isAbandoned()).isTrue();
        assertThat(call.isLate()).isFalse();
    }

    @Test
    void cancelsNoCallThatHasEnded() {
        watch.watch(canceled::incrementAndGet, () -> true, System.nanoTime()).close();
        var other = watch.watch(() -> {}, () -> true, end());
        await().until(other::isAbandoned);
        assertThat(canceled).hasValue(0);
    }

    @Test
    void watchesOtherCallsAfterADefect() {
        var broken = watch.watch(
                () -> {
                    throw new IllegalStateException("broken");
                },
                () -> false,
                System.nanoTime());
        await().until(broken::isLate);
        var call = watch.watch(canceled::incrementAndGet, () -> false, System.nanoTime());
        await().until(call::isLate);
    }

    private static long end() {
        return System.nanoTime() + HOUR.toNanos();
    }
}
