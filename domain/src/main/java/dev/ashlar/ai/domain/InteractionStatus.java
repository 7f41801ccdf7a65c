// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of an interaction. */
public enum InteractionStatus {
    /** The call succeeded, and nobody has processed the interaction yet. */
    PENDING,
    /** The interaction was processed. */
    PROCESSED,
    /** The call failed, or its answer broke off. */
    FAILED;

    /** Transitions between the statuses. An interaction that failed is never processed. */
    public static final Lifecycle<InteractionStatus> LIFECYCLE = Lifecycle.startingAt(PENDING)
            .may(PENDING, PROCESSED, "processed")
            .may(PENDING, FAILED, "found to have failed")
            .build();
}
