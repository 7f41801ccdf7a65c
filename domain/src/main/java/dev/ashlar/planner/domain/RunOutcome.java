// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Lifecycle;

/** Outcome of a run. */
public enum RunOutcome {
    /** The run waits for an attempt, or for the answer to one. */
    RUNNING,
    /** The action was done. */
    SUCCEEDED,
    /** The action was refused, or its last attempt failed. */
    FAILED,
    /** The tick was missed and not run. */
    SKIPPED,
    /** The job was deleted, or the account deactivated, before the run had ended. */
    CANCELLED;

    /** Transitions between the outcomes. */
    public static final Lifecycle<RunOutcome> LIFECYCLE = Lifecycle.startingAt(RUNNING)
            .may(RUNNING, SUCCEEDED, "action done")
            .may(RUNNING, FAILED, "action refused, or last attempt failed")
            .may(RUNNING, SKIPPED, "tick was missed")
            .may(RUNNING, CANCELLED, "job deleted or account deactivated")
            .build();
}
