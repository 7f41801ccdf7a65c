// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of a todo. */
public enum TodoStatus {
    /** To be done. A repeated todo stays open until its series ends. */
    OPEN,
    /** Completed, the last date of its series if it repeats. */
    DONE;

    /** Transitions between statuses. */
    public static final Lifecycle<TodoStatus> LIFECYCLE = Lifecycle.startingAt(OPEN)
            .may(OPEN, DONE, "completed")
            .may(DONE, OPEN, "reopened")
            .build();
}
