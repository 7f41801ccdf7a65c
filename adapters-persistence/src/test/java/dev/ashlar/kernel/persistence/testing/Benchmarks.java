package dev.ashlar.kernel.persistence.testing;

/** Two forms of the benchmarks: {@code -Pbenchmark} measures; any other run sends few requests, to see that they still work. */
public final class Benchmarks {
    /** System property that makes the benchmarks measure. */
    public static final String MEASURE = "benchmarks.measure";

    /** True if the benchmarks measure. */
    public static final boolean ARE_MEASURING = Boolean.getBoolean(MEASURE);

    private Benchmarks() {}
}
