// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of a discount request. */
public enum DiscountStatus {
    /** Undecided. */
    PENDING,
    /** The application costs the approved price. */
    APPROVED,
    /** The price stays; a new request may follow. */
    REJECTED;

    /** Transitions between the states. */
    public static final Lifecycle<DiscountStatus> LIFECYCLE = Lifecycle.startingAt(PENDING)
            .may(PENDING, APPROVED, "the final amount changes")
            .may(PENDING, REJECTED, "rejected, or ended with a change of the application")
            .build();
}
