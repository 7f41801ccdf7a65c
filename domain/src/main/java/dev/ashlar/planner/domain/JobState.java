// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * State of an automation job.
 *
 * @param nextRunAt time of the next tick; null unless the job is active
 * @param failures number of runs that have failed since the last success
 */
public record JobState(AutomationJobStatus status, @Nullable Instant nextRunAt, int failures) {}
