// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.EventPublicationId;
import dev.ashlar.kernel.application.OutstandingEvent;
import dev.ashlar.kernel.application.OutstandingEvents;
import org.springframework.transaction.annotation.Transactional;

/** Outstanding events, for administrators. */
@ApplicationService
public class EventService {
    private final OutstandingEvents events;

    EventService(OutstandingEvents events) {
        this.events = events;
    }

    /** Returns outstanding events, oldest first. */
    public Page<OutstandingEvent> list(Actor actor, PageRequest page) {
        actor.requireAdmin();
        return events.list(page);
    }

    /** Marks a failed event for another try; refuses one that is being delivered. */
    @Transactional
    public OutstandingEvent retry(Actor actor, EventPublicationId id) {
        actor.requireAdmin();
        return events.retry(id);
    }
}
