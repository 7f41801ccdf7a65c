// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.time.Instant;

/**
 * Statistics of calls by hour, day and month in UTC. Those of all users are summed up in total, by provider, by model and by both, those
 * of each user by both. They remain when the calls are removed after their retention.
 */
public interface Statistics {
    /**
     * Recomputes an hour from its stored calls, then its day from the hours and its month from the days. The caller has taken the marks of the
     * hour in the same transaction.
     *
     * @param hour start of the hour
     */
    void recompute(Instant hour, Instant now);
}
