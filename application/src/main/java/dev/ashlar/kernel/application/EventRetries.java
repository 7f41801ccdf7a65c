// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Backoff of failed events: ten seconds at first, twice as long each time, an hour at most. */
public final class EventRetries {
    /** After these attempts, about half a day, only an administrator starts another one. */
    public static final int MAX_ATTEMPTS = 20;

    /** Time without a sign of life after which the process of a listener counts as killed. {@link RunningEvents} gives the signs. */
    public static final Duration ABANDONED_AFTER = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;

    private EventRetries() {}

    /** Returns the seconds to wait after each number of attempts, from 0 on, as many as there are attempts. */
    public static List<Long> pauses() {
        return IntStream.range(0, MAX_ATTEMPTS)
                .mapToObj(attempts -> pauseAfter(attempts).toSeconds())
                .toList();
    }

    private static Duration pauseAfter(int attempts) {
        if (attempts < 1) {
            return Duration.ZERO;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
