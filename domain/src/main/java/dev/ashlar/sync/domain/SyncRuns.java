// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import java.time.Instant;
import java.util.Optional;

/** Runs of syncs. A source has at most one open run. */
public interface SyncRuns {
    /** Stores a new run; returns false if its source has an open one. */
    boolean insert(SyncRun run);

    /**
     * Claims the open run that has been due for longest, counts the claim, and sets its lease. A run is claimed by one caller at a time.
     */
    Optional<SyncRun> claim(Instant now, Instant leaseUntil);

    /** Locks an open run until the transaction ends; returns nothing if the claim is not the latest one. */
    Optional<SyncRunId> lock(SyncRunId id, int claims);

    /** Stores the progress of an open run if the latest claim is still the one that it names; returns false otherwise. */
    boolean settle(SyncRun next, Instant now);

    /** Deletes up to a number of ended runs that began before a time, and returns their number. */
    int deleteBefore(Instant bound, int limit);
}
