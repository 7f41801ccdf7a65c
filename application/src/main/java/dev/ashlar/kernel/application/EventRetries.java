// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.time.Duration;
import java.time.Instant;

/** Backoff of failed events: ten seconds at first, twice as long each time, an hour at most. */
public final class EventRetries {
    /** After these attempts, about half a day, only an administrator starts another one. */
    public static final int MAX_ATTEMPTS = 20;

    /** No listener works on an event for longer; its process was killed. */
    public static final Duration ABANDONED_AFTER = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;

    private EventRetries() {}

    /** True if an event with these attempts is due for another one. */
    public static boolean isDue(int attempts, Instant lastAttempt, Instant now) {
        return attempts < MAX_ATTEMPTS && !now.isBefore(lastAttempt.plus(pauseAfter(attempts)));
    }

    private static Duration pauseAfter(int attempts) {
        if (attempts < 1) {
            return Duration.ZERO;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
