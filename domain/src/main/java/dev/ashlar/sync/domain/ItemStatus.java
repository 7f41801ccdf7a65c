// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of a course or test. */
public enum ItemStatus {
    /** The latest complete run has found it. */
    LISTED,
    /** The latest complete run has not found it. */
    GONE;

    /** Transitions between the states. */
    public static final Lifecycle<ItemStatus> LIFECYCLE = Lifecycle.startingAt(LISTED)
            .may(LISTED, GONE, "missing in a complete run")
            .may(GONE, LISTED, "found again")
            .build();
}
