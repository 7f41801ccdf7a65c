package dev.ashlar.kernel.application;

import dev.ashlar.kernel.Cursor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events that wait for their listeners. The registry of Spring Modulith adds and removes them; this looks and mends. */
public interface EventPublications {
    /** Events after that place, oldest first, at most {@code limit}. */
    List<OutstandingEvent> outstanding(Cursor.@Nullable Place after, int limit);

    Optional<OutstandingEvent> find(EventPublicationId id);

    /** Makes a failed event due at once, with all its attempts before it; false if it has not failed. */
    boolean restart(EventPublicationId id);

    /**
     * Marks up to {@code limit} events as failed that were last taken up before {@code bound} and are neither handled nor
     * failed: whoever had them was killed. Returns how many.
     */
    int failAbandoned(Instant bound, int limit);
}
