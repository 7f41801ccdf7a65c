// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.InstantRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Times of a range in which a person is busy, without their reasons.
 *
 * @param spans spans within the range, in order; neither overlapping nor adjacent
 */
public record BusyTimes(List<InstantRange> spans) {
    public BusyTimes {
        spans = List.copyOf(spans);
    }

    /** Returns the parts of these spans that are in the range, merged. Range and spans have an end. */
    public static BusyTimes within(InstantRange range, List<InstantRange> taken) {
        var merged = new ArrayList<InstantRange>();
        taken.stream()
                .filter(range::overlaps)
                .map(span -> new InstantRange(later(span.from(), range.from()), earlier(end(span), end(range))))
                .sorted(Comparator.comparing(InstantRange::from))
                .forEach(span -> add(merged, span));
        return new BusyTimes(merged);
    }

    private static void add(List<InstantRange> merged, InstantRange span) {
        if (merged.isEmpty() || end(merged.getLast()).isBefore(span.from())) {
            merged.add(span);
        } else {
            var last = merged.removeLast();
            merged.add(new InstantRange(last.from(), later(end(last), end(span))));
        }
    }

    private static Instant end(InstantRange span) {
        return Objects.requireNonNull(span.until());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
