// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.Deletion;
import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.application.ApplicationService;
import java.util.Collection;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Events of deletions that have committed. */
@ApplicationService
public class DeletionEvents {
    private final ApplicationEventPublisher events;

    DeletionEvents(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** Publishes the events of these deletions again. */
    @Transactional
    public void publish(Collection<Deletion> deletions) {
        deletions.forEach(deletion -> events.publishEvent(new UserDeleted(deletion.userId(), deletion.at())));
    }
}
