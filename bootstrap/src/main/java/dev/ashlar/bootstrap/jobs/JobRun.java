// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.jobs;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a job: batches until one is empty, the application stops, or the time of the run is over. Jobs share few threads, and one that
 * waits for slow servers or has many rows must not keep the others from running.
 *
 * @param name the job's name
 * @param batch handles one batch and returns the number of rows
 * @param nanoTime clock for the time of the run
 */
record JobRun(String name, IntSupplier batch, LongSupplier nanoTime) {
    /** Time after which a run begins no further batch. */
    static final Duration MAX_TIME = Duration.ofSeconds(30);

    private static final Logger log = LoggerFactory.getLogger(JobRun.class);
    /** A batch that is never empty is a defect of the job; the next run continues where this one gives up. */
    private static final int MAX_BATCHES = 1000;

    /** Runs the batches. */
    Result execute(BooleanSupplier stopping) {
        long startedAt = nanoTime.getAsLong();
        int handled = 0;
        boolean hasMore = false;
        try {
            for (int batches = 0; batches < MAX_BATCHES; batches++) {
                hasMore = stopping.getAsBoolean() || nanoTime.getAsLong() - startedAt >= MAX_TIME.toNanos();
                int rows = hasMore ? 0 : batch.getAsInt();
                if (rows == 0) {
                    break;
                }
                handled += rows;
            }
            if (handled > 0) {
                log.info(hasMore ? "Job continues later job={} rows={}" : "Job finished job={} rows={}", name, handled);
            }
            return new Result(handled, hasMore);
        } catch (RuntimeException failure) {
            log.error("Job failed, the next run tries again job={} rows={}", name, handled, failure);
            throw failure;
        }
    }

    /**
     * Result of a run.
     *
     * @param rows number of rows that the batches handled
     * @param hasMore true if the run ended before an empty batch, so that another one goes on at once
     */
    record Result(int rows, boolean hasMore) {}
}
