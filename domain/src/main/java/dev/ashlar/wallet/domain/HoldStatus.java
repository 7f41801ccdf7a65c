package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.Lifecycle;

/** Where a hold stands. */
public enum HoldStatus {
    /** The tokens are set aside. */
    HELD,
    /** The tokens were spent. */
    CAPTURED,
    /** The tokens were given back. */
    RELEASED,
    /** Nobody came for the tokens in time; they were given back. */
    EXPIRED;

    public static final Lifecycle<HoldStatus> LIFECYCLE = Lifecycle.startingAt(HELD)
            .may(HELD, CAPTURED, "spent")
            .may(HELD, RELEASED, "given back")
            .may(HELD, EXPIRED, "nobody came in time")
            .build();
}
