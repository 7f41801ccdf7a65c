// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import dev.ashlar.kernel.Lifecycle;

/** Outcome of a run. */
public enum SyncOutcome {
    /** Pages are pulled and stored. */
    PULLING,
    /** All pages are stored, and items that none of them listed are marked as gone. */
    SWEEPING,
    /** The items agree with the catalogue. */
    SUCCEEDED,
    /** The catalogue gave no usable page, even after retries. */
    FAILED;

    /** Transitions between the outcomes. */
    public static final Lifecycle<SyncOutcome> LIFECYCLE = Lifecycle.startingAt(PULLING)
            .may(PULLING, SWEEPING, "last page stored")
            .may(PULLING, FAILED, "five failures in a row, or one that no retry can mend")
            .may(SWEEPING, SUCCEEDED, "nothing left to mark")
            .build();
}
