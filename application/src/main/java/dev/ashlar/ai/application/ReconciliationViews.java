// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import java.time.Instant;
import java.util.List;

/** Read port of the reconciliation. It needs a transaction, see {@link #allowMinutes}. */
public interface ReconciliationViews {
    /**
     * Lets each further read of the transaction take five minutes, because months of calls are read. Without a transaction it does
     * nothing.
     */
    void allowMinutes();

    /** Returns the number of interactions from a time on. */
    long interactions(Instant from);

    /** Returns the number of hours from a time on whose statistics wait for their recomputation. */
    long pendingHours(Instant from);

    /** Returns sums of hours from a time on whose statistics are up to date, but differ from the interactions. */
    List<HourDriftView> hourDrifts(Instant from, int limit);

    /** Returns all hours of these sums. */
    List<Instant> driftedHours(Instant from);

    /**
     * Returns windows of open budgets that differ from the interactions or holds.
     *
     * @param from start of a month, so that each window is compared as a whole
     */
    List<WindowDriftView> windowDrifts(Instant from, int limit);

    /** Counts all of these windows. */
    long countWindowDrifts(Instant from);
}
