package dev.ashlar.wallet.domain;

import java.util.Set;

/** Lifecycle of an allotment request. */
public enum AllotmentStatus {
    /** Nobody has decided. */
    PENDING,
    /** The tokens were given. */
    APPROVED,
    /** The tokens were not given; a new request may follow. */
    REJECTED;

    /** The states that may follow this one. */
    public Set<AllotmentStatus> next() {
        return this == PENDING ? Set.of(APPROVED, REJECTED) : Set.of();
    }
}
