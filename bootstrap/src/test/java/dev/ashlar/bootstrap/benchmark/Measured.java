// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Results of one contender's rounds.
 *
 * @param perSecond requests in a second, for each round
 * @param requests how many there were in all rounds
 * @param p50 milliseconds that half of the requests did not exceed
 * @param p99 milliseconds that 99 of 100 did not exceed
 * @param sent the SQL of all requests together
 */
record Measured(String name, List<Double> perSecond, int requests, double p50, double p99, Statements.Sent sent) {
    /**
     * Sums up what was measured.
     *
     * @param nanos how long each request took
     */
    static Measured of(String name, List<Double> perSecond, long[] nanos, Statements.Sent sent) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Measured(
                name,
                perSecond,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sent);
    }

    /** Requests in a second; the median of the rounds. */
    double throughput() {
        return median(perSecond);
    }

    /** Throughput over that of another contender, for each round. */
    List<Double> ratios(Measured other) {
        return IntStream.range(0, perSecond.size())
                .mapToObj(round -> perSecond.get(round) / other.perSecond.get(round))
                .toList();
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
