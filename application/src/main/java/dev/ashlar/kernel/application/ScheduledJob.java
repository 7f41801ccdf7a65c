// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@link Job} as its schedule is stored.
 *
 * @param name name of the job
 * @param nextRunAt time of the next run, or of the current one
 * @param running true if an instance runs it now
 * @param instance instance that runs it; null unless it is running
 * @param lastSuccessAt end of the last run that succeeded; null before the first
 * @param lastFailureAt end of the last run that failed; null if none has
 * @param consecutiveFailures number of runs that failed since the last success
 */
public record ScheduledJob(
        String name,
        Instant nextRunAt,
        boolean running,
        @Nullable String instance,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant lastFailureAt,
        int consecutiveFailures) {}
