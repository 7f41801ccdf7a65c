package dev.ashlar.kernel.persistence.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The time of day to the microsecond, as in production, which a test can put forward instead of waiting. */
public final class MovableClock implements InstantSource {
    private static final InstantSource MICROS = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return MICROS.instant().plus(ahead.get());
    }

    /** Lets that much time pass at once, for all threads. */
    public void advance(Duration time) {
        ahead.accumulateAndGet(time, Duration::plus);
    }

    /** Is right again. */
    void reset() {
        ahead.set(Duration.ZERO);
    }
}
