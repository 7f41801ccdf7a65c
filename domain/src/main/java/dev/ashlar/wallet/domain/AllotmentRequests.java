// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import java.util.Optional;

/** All allotment requests. */
public interface AllotmentRequests {
    /** Adds a request; returns false if the user has a pending one. */
    boolean add(AllotmentRequest request);

    Optional<AllotmentRequest> find(AllotmentRequestId id);

    /** Stores a decision; returns false if the request is already decided. */
    boolean decide(AllotmentRequest decided);
}
