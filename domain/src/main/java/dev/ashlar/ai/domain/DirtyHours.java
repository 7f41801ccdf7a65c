// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Hours whose statistics are out of date. */
public interface DirtyHours {
    /** Marks the hours of these times; the mark is visible together with the rows of the same transaction. */
    void mark(Collection<Instant> times);

    /**
     * Takes all marks of the latest hour that was marked before a time, and returns the start of the hour; empty if there is none. Waits for
     * the transaction of another caller to end, because two recomputations of an hour at once could store the older figures last.
     */
    Optional<Instant> take(Instant markedBefore);
}
