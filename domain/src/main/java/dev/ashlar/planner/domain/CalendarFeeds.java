// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/** Calendar feeds. Secrets are stored as hashes only. */
public interface CalendarFeeds {
    /** Locks the number of a person's feeds until the transaction ends, and returns it. */
    int lockCount(UserId owner);

    void insert(CalendarFeed feed, String secretHash);

    /** Finds the feed with this secret. */
    Optional<CalendarFeed> findBySecret(String secretHash);

    /** Notes a reading of the feed; no effect if the feed was revoked meanwhile, or a later reading is noted. */
    void noteReading(CalendarFeed feed, Instant now);

    /** Removes a feed of this owner, which ends its secret; returns false if there is none. */
    boolean remove(UserId owner, CalendarFeedId id);

    /** Removes all feeds of a person. */
    void erase(UserId person);
}
