// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Clock with microseconds, as in production, which a test advances instead of waiting. */
public final class MovableClock implements InstantSource {
    private static final InstantSource MICROS = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return MICROS.instant().plus(ahead.get());
    }

    /** Advances the clock for all threads. */
    public void advance(Duration time) {
        ahead.accumulateAndGet(time, Duration::plus);
    }

    /** Returns to the present. */
    void reset() {
        ahead.set(Duration.ZERO);
    }
}
