// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Measures two ways of doing one thing in turns, so that whatever else the machine does meets both, and reports the ratio of
 * their throughputs.
 */
public final class Comparison {
    private static final int WARM_UP_ROUNDS = Benchmarks.ARE_MEASURING ? 5 : 0;
    private static final int ROUNDS = Benchmarks.ARE_MEASURING ? 7 : 1;
    private static final Duration ROUND = Duration.ofMillis(Benchmarks.ARE_MEASURING ? 700 : 20);

    private final String what;
    private String candidateName = "";
    private String baselineName = "";
    private Runnable candidate = () -> {};
    private Runnable baseline = () -> {};
    private int runs;
    private double timesAsLong;

    private Comparison(String what) {
        this.what = what;
    }

    public static Comparison of(String what) {
        return new Comparison(what);
    }

    public Comparison candidate(String name, Runnable work) {
        candidateName = name;
        candidate = work;
        return this;
    }

    public Comparison baseline(String name, Runnable work) {
        baselineName = name;
        baseline = work;
        return this;
    }

    /** Prints the throughput of the candidate over that of the baseline; returns the number of runs of both. */
    public int run() {
        List<Double> ratios = new ArrayList<>();
        List<Double> candidates = new ArrayList<>();
        List<Double> baselines = new ArrayList<>();
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            double one = perSecond(candidate);
            double other = perSecond(baseline);
            if (round >= 0) {
                candidates.add(one);
                baselines.add(other);
                ratios.add(one / other);
            }
            System.out.printf(Locale.ROOT, "\r%s: round %d of %d", what, Math.max(0, round + 1), ROUNDS);
        }
        System.out.printf(
                Locale.ROOT,
                "%n%s: %s %.0f/s, %s %.0f/s, ratio %.3f (%.3f to %.3f)%n",
                what,
                candidateName,
                median(candidates),
                baselineName,
                median(baselines),
                median(ratios),
                Collections.min(ratios),
                Collections.max(ratios));
        timesAsLong = 1 / median(ratios);
        return runs;
    }

    /** Returns the time of the candidate in times of the baseline, by the median of the rounds of the last run. */
    public double timesAsLong() {
        return timesAsLong;
    }

    private double perSecond(Runnable work) {
        long start = System.nanoTime();
        long end = start + ROUND.toNanos();
        int done = 0;
        while (System.nanoTime() < end) {
            work.run();
            done++;
        }
        runs += done;
        return done * 1e9 / (System.nanoTime() - start);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
