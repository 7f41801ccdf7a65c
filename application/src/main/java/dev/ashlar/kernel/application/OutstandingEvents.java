// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** Events that wait for their listeners. The context that shows them decides on access. */
@ApplicationService
public class OutstandingEvents {
    private static final String LIST = "kernel.outstanding-events";
    private static final int BATCH = 500;

    private final EventPublications publications;
    private final InstantSource clock;

    OutstandingEvents(EventPublications publications, InstantSource clock) {
        this.publications = publications;
        this.clock = clock;
    }

    /** Lists events, oldest first. */
    public Page<OutstandingEvent> list(PageRequest page) {
        var rows = publications.outstanding(page.afterPlace(LIST), page.rowsToRead());
        return Page.of(rows, page, event -> Cursor.of(LIST, event.publishedAt(), event.id()));
    }

    /** Restarts a failed event, and refuses an event that is not failed. */
    @Transactional
    public OutstandingEvent retry(EventPublicationId id) {
        boolean restarted = publications.restart(id);
        var event = publications
                .find(id)
                .orElseThrow(
                        () -> KernelProblem.NOT_FOUND.because("No outstanding event has the id " + id.value() + "."));
        if (!restarted) {
            throw KernelProblem.CONFLICT.because("The event is on its way to its listener. Wait until it has failed.");
        }
        return event;
    }

    /** Returns a batch of failed events that are due for another attempt, oldest first. */
    public List<OutstandingEvent> due() {
        return publications.due(clock.instant(), EventRetries.pauses(), BATCH);
    }

    /** Finds the oldest event that only an administrator starts again. */
    public Optional<OutstandingEvent> oldestGivenUp() {
        return publications.oldestFailed(EventRetries.MAX_ATTEMPTS);
    }

    /** Tells that the listeners of these events still run. */
    @Transactional
    public void renew(List<EventPublicationId> running) {
        publications.renew(running, clock.instant());
    }

    /** Marks a batch of events as failed whose processes were killed, and returns their number. */
    @Transactional
    public int failAbandoned() {
        return publications.failAbandoned(clock.instant().minus(EventRetries.ABANDONED_AFTER), BATCH);
    }
}
