// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.application.HealthProbe;
import dev.ashlar.kernel.application.HealthResult;
import dev.ashlar.kernel.application.OutstandingEvents;
import org.springframework.stereotype.Component;

/** Finds events that are not retried any more. */
@Component
class EventProbe implements HealthProbe {
    private final OutstandingEvents events;

    EventProbe(OutstandingEvents events) {
        this.events = events;
    }

    @Override
    public String component() {
        return "events";
    }

    @Override
    public HealthResult check() {
        return events.oldestGivenUp()
                .map(event -> HealthResult.unhealthy("Event " + event.id().value() + " of " + event.listener()
                        + " was given up. Mend the cause and retry the event."))
                .orElse(HealthResult.HEALTHY);
    }
}
