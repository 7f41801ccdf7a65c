// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.time.Instant;
import java.util.Optional;

/** Quotas that are not full, by their keys. */
public interface Quotas {
    /**
     * Uses one request of a quota: moves the time at which it is full again by one step, from now on if it is full.
     *
     * @param next end of a step that begins now
     * @param latest last time at which the quota may be full again before the request
     * @return the time at which the quota is full again; nothing if the request comes too early
     */
    Optional<Instant> use(String key, Instant now, Instant next, Instant latest);

    /** Deletes up to {@code limit} quotas that are full by then; returns their number. */
    int deleteFull(Instant by, int limit);
}
