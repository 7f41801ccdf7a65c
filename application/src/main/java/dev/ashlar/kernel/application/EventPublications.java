// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events that wait for their listeners. The registry of Spring Modulith adds and deletes them. */
public interface EventPublications {
    /** Lists events after a place, oldest first, at most {@code limit}. */
    List<OutstandingEvent> outstanding(Cursor.@Nullable Place after, int limit);

    Optional<OutstandingEvent> find(EventPublicationId id);

    /**
     * Returns up to {@code limit} failed events whose pause is over, oldest first.
     *
     * @param pauses seconds to wait after each number of attempts, from 0 on; an event with more attempts is never due
     */
    List<OutstandingEvent> due(Instant now, List<Long> pauses, int limit);

    /** Finds the oldest failed event with at least these attempts. */
    Optional<OutstandingEvent> oldestFailed(int attempts);

    /** Makes a failed event due at once and resets its attempts; false if it has not failed. */
    boolean restart(EventPublicationId id);

    /** Notes the time for those of these events that a listener is handling; returns their number. */
    int renew(List<EventPublicationId> running, Instant now);

    /**
     * Marks up to {@code limit} events as failed that were started or renewed before {@code bound} and are neither handled nor failed, because
     * their process was killed. Returns their number.
     */
    int failAbandoned(Instant bound, int limit);
}
