// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Events whose listeners run in this process. As long as it lives, no other process takes them for abandoned. */
@Component
public class RunningEvents {
    static final long RENEWAL_SECONDS = 30;

    private final Set<EventPublicationId> running = ConcurrentHashMap.newKeySet();
    private final OutstandingEvents events;

    RunningEvents(OutstandingEvents events) {
        this.events = events;
    }

    public void begin(EventPublicationId id) {
        running.add(id);
    }

    public void end(EventPublicationId id) {
        running.remove(id);
    }

    /** Tells that the listeners still run. */
    @Scheduled(fixedDelay = RENEWAL_SECONDS, timeUnit = TimeUnit.SECONDS)
    public void renew() {
        var ids = List.copyOf(running);
        if (!ids.isEmpty()) {
            events.renew(ids);
        }
    }
}
