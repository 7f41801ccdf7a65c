// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a run.
 *
 * @param attempts number of attempts that have begun
 * @param dueAt time of the next attempt, or until which the current one may take; null once the run has ended
 * @param durationMs milliseconds that the last attempt took; null before its end
 * @param detail reason of a failure; null otherwise
 */
public record RunProgress(
        RunOutcome outcome,
        int attempts,
        @Nullable Instant dueAt,
        @Nullable Integer durationMs,
        @Nullable String detail) {
    static RunProgress waiting(Instant dueAt) {
        return new RunProgress(RunOutcome.LIFECYCLE.start(), 0, dueAt, null, null);
    }

    RunProgress ended(RunOutcome end, Duration duration, @Nullable String why) {
        var next = RunOutcome.LIFECYCLE.require(outcome, end, PlannerProblem.ILLEGAL_TRANSITION, "The run");
        return new RunProgress(next, attempts, null, Math.toIntExact(duration.toMillis()), why);
    }
}
