// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.jobs;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of a job: batches until one is empty or the application stops.
 *
 * @param name the job's name
 * @param batch handles one batch and returns the number of rows
 */
record JobRun(String name, IntSupplier batch) {
    private static final Logger log = LoggerFactory.getLogger(JobRun.class);
    /** A batch that is never empty is a defect of the job; the next run continues where this one gives up. */
    private static final int MAX_BATCHES = 1000;

    /** Runs the batches and returns the number of rows that they handled. */
    int execute(BooleanSupplier stopping) {
        int handled = 0;
        try {
            for (int batches = 0; batches < MAX_BATCHES && !stopping.getAsBoolean(); batches++) {
                int rows = batch.getAsInt();
                if (rows == 0) {
                    break;
                }
                handled += rows;
            }
            if (handled > 0) {
                log.info("Job finished job={} rows={}", name, handled);
            }
            return handled;
        } catch (RuntimeException failure) {
            log.error("Job failed, the next run tries again job={} rows={}", name, handled, failure);
            throw failure;
        }
    }
}
