package dev.ashlar.kernel.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** What is still to be done after a commit. Who may look or mend is decided by the context that shows it. */
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

    /** Oldest first. */
    public Page<OutstandingEvent> list(PageRequest page) {
        var rows = publications.outstanding(page.afterPlace(LIST), page.rowsToRead());
        return Page.of(rows, page, event -> Cursor.of(LIST, event.publishedAt(), event.id()));
    }

    /** Has a failed event tried again within seconds, as often as a new one; refused while it is being handled. */
    @Transactional
    public OutstandingEvent retry(EventPublicationId id) {
        boolean restarted = publications.restart(id);
        var event = publications
                .find(id)
                .orElseThrow(
                        () -> KernelProblem.NOT_FOUND.because("No outstanding event has the id " + id.value() + "."));
        if (!restarted) {
            throw KernelProblem.CONFLICT.because(
                    "The event is on its way to its listener; wait until that has failed.");
        }
        return event;
    }

    /** Takes up to a batch of events from those who were killed over them; returns how many. */
    @Transactional
    public int failAbandoned() {
        return publications.failAbandoned(clock.instant().minus(EventRetries.ABANDONED_AFTER), BATCH);
    }
}
