// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.ApplicationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All discount requests. Callers lock the application first. */
public interface DiscountRequests {
    /** Stores a new request; a second pending one of the application violates a unique constraint. */
    void insert(DiscountRequest request);

    /** Finds a request by its key. */
    Optional<DiscountRequest> find(DiscountRequestId id);

    /** Lists the requests of an application, oldest first: at most {@link DiscountRequest#MAX_PER_APPLICATION}. */
    List<DiscountRequest> ofApplication(ApplicationId id);

    /** Stores a decision; returns false if the request is already decided. */
    boolean decide(DiscountRequest decided);

    /** Rejects the pending request of an application, if there is one, because the application has changed. */
    void endPending(ApplicationId id, String note, Instant at);
}
