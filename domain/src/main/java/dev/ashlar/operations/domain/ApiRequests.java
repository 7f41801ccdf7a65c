// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Log of requests, with their sums for each five minutes. */
public interface ApiRequests {
    /** Stores requests. */
    void insertAll(List<ApiRequest> requests);

    /** Returns the start of the latest five minutes that are summed up and have begun; the clock of an instance may have been ahead. */
    Optional<Instant> latestSum(Instant now);

    /**
     * Sums the requests up from a time on, for each five minutes, method and route, and replaces earlier sums of these.
     *
     * @param from multiple of five minutes
     */
    void sumUp(Instant from, Instant now);

    /** Clears what tells of these users in up to {@code limit} of their requests, which stay in sums; returns their number. */
    int clear(Collection<UserId> users, int limit);

    /** Deletes up to {@code limit} sums before a time; returns their number. */
    int deleteSumsBefore(Instant bound, int limit);
}
