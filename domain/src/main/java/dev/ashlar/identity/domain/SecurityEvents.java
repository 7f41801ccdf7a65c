// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import java.time.Instant;

/** Security log; append-only but for the purge of old events. */
public interface SecurityEvents {
    void append(SecurityEvent event);

    /**
     * Stores the event unless one of the same type, address and detail happened after {@code since}.
     *
     * @return true if it was stored
     */
    boolean appendOnce(SecurityEvent event, Instant since);

    /** Deletes at most {@code limit} events from before the bound. Returns the number of rows. */
    int deleteBefore(Instant bound, int limit);
}
