package dev.ashlar.wallet.domain;

import java.util.Set;

/** Lifecycle of a hold. */
public enum HoldStatus {
    /** The tokens are set aside. */
    HELD,
    /** The tokens were spent. */
    CAPTURED,
    /** The tokens were given back. */
    RELEASED,
    /** Nobody came for the tokens in time; they were given back. */
    EXPIRED;

    /** The states that may follow this one. */
    public Set<HoldStatus> next() {
        return this == HELD ? Set.of(CAPTURED, RELEASED, EXPIRED) : Set.of();
    }
}
