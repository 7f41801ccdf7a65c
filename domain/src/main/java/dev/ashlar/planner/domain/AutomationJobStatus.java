// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of an automation job. */
public enum AutomationJobStatus {
    /** The next tick is planned. */
    ACTIVE,
    /** Ticks pass without a run. */
    PAUSED,
    /** No tick is left. */
    FINISHED,
    /** Too many runs in a row have failed. */
    FAILED;

    /** Transitions between the states. */
    public static final Lifecycle<AutomationJobStatus> LIFECYCLE = Lifecycle.startingAt(ACTIVE)
            .may(ACTIVE, PAUSED, "paused or deleted by the owner, or account deactivated")
            .may(ACTIVE, FINISHED, "last tick has passed")
            .may(ACTIVE, FAILED, "five runs in a row failed")
            .may(PAUSED, ACTIVE, "resumed")
            .may(FAILED, ACTIVE, "resumed")
            .may(FINISHED, ACTIVE, "resumed with a schedule that has another tick")
            .build();
}
