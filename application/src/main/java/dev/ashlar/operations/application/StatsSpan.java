// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Fields;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Span of time of statistics, in whole five minutes.
 *
 * @param from start, inclusive
 * @param to end, exclusive
 */
record StatsSpan(Instant from, Instant to) {
    /** Time of one sum. */
    static final Duration STEP = Duration.ofMinutes(5);

    private static final Duration DEFAULT = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(31);

    /** Creates a span; of the last hour if neither bound is given. Refuses one that is empty or longer than 31 days. */
    static StatsSpan of(@Nullable Instant from, @Nullable Instant to, Instant now) {
        var end = to == null ? now : to;
        var start = floor(from == null ? end.minus(DEFAULT) : from);
        if (!start.isBefore(end)) {
            throw Fields.invalid("from", "must be before to");
        }
        if (Duration.between(start, end).compareTo(LONGEST.plus(STEP)) > 0) {
            throw Fields.invalid("from", "must be at most 31 days before to");
        }
        return new StatsSpan(start, end);
    }

    /** Returns the start of the five minutes in which a time is. */
    static Instant floor(Instant time) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), STEP.toSeconds()) * STEP.toSeconds());
    }
}
