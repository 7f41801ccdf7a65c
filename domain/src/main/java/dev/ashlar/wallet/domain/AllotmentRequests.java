package dev.ashlar.wallet.domain;

import java.util.Optional;

/** All requests for free tokens. */
public interface AllotmentRequests {
    /** Stores a new request; false if the person has an undecided one. */
    boolean add(AllotmentRequest request);

    Optional<AllotmentRequest> find(AllotmentRequestId id);

    /** Stores a decision, if the request is still pending; false if somebody else decided first. */
    boolean decide(AllotmentRequest decided);
}
