// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of an allotment request. */
public enum AllotmentStatus {
    /** The request is undecided. */
    PENDING,
    /** The tokens were given. */
    APPROVED,
    /** The tokens were not given; a new request may follow. */
    REJECTED;

    public static final Lifecycle<AllotmentStatus> LIFECYCLE = Lifecycle.startingAt(PENDING)
            .may(PENDING, APPROVED, "the tokens are given")
            .may(PENDING, REJECTED, "a new request may follow")
            .build();
}
