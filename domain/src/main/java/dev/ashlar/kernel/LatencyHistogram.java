// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Numbers of durations by length, as digits of one number to base 10<sup>{@value #DIGITS}</sup>: the sum of two such numbers is the histogram
 * of both. The lowest digit counts the durations below the first bound, each further one those from a bound up to the next.
 *
 * @param counts decimal digits of the number
 */
public record LatencyHistogram(String counts) {
    /** Decimal digits of one count. */
    public static final int DIGITS = 12;

    /**
     * Bounds in the unit of the durations; five of them double the duration. They reach from 10 ms to 11 minutes in milliseconds, and from
     * 1 ms to 66 s in tenths of these. They must never change.
     */
    public static final List<Long> BOUNDS = IntStream.rangeClosed(0, 80)
            .mapToObj(step -> Math.round(10 * Math.pow(2, step / 5.0)))
            .toList();

    /** Largest error of a percentile between the first and the last bound, in percent. */
    public static final int ERROR_PERCENT = 10;

    /** Returns percentiles by nearest rank; empty if nothing was measured. */
    public Optional<Percentiles> percentiles() {
        var byPlace = new long[BOUNDS.size() + 1];
        long total = 0;
        for (int place = 0; place < byPlace.length; place++) {
            byPlace[place] = count(place);
            total += byPlace[place];
        }
        return total == 0
                ? Optional.empty()
                : Optional.of(new Percentiles(
                        percentile(byPlace, total, 50),
                        percentile(byPlace, total, 95),
                        percentile(byPlace, total, 99)));
    }

    private long count(int place) {
        int end = counts.length() - place * DIGITS;
        long count = 0;
        for (int at = Math.max(0, end - DIGITS); at < end; at++) { // faster than to parse a number
            count = 10 * count + counts.charAt(at) - '0';
        }
        return count;
    }

    private static long percentile(long[] byPlace, long total, int percent) {
        long rank = Math.ceilDiv(total * percent, 100);
        int place = 0;
        for (long passed = byPlace[0]; passed < rank; passed += byPlace[place]) {
            place++;
        }
        return middle(place);
    }

    /** The geometric mean of two bounds is off by the same factor at either of them. */
    private static long middle(int place) {
        long below = BOUNDS.get(Math.max(0, place - 1));
        long above = BOUNDS.get(Math.min(place, BOUNDS.size() - 1));
        return Math.round(Math.sqrt((double) below * above));
    }
}
