// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of a hold. */
public enum HoldStatus {
    /** The tokens cannot be spent otherwise. */
    HELD,
    /** The tokens were spent. */
    CAPTURED,
    /** The tokens are available again. */
    RELEASED,
    /** The hold was not captured in time; the tokens are available again. */
    EXPIRED;

    public static final Lifecycle<HoldStatus> LIFECYCLE = Lifecycle.startingAt(HELD)
            .may(HELD, CAPTURED, "spent")
            .may(HELD, RELEASED, "released")
            .may(HELD, EXPIRED, "not captured in time")
            .build();
}
