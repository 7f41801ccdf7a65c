// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

/** Brings events to their listeners that a crash or a failure has left, one batch at a time. */
@Workflow
public class EventResubmissionWorkflow {
    private final OutstandingEvents events;
    private final EventRedelivery redelivery;

    EventResubmissionWorkflow(OutstandingEvents events, EventRedelivery redelivery) {
        this.events = events;
        this.redelivery = redelivery;
    }

    /** Returns how many events it touched. */
    @Job(name = "kernel.resubmit-events", every = "10s")
    public int resubmit() {
        int abandoned = events.failAbandoned();
        return abandoned + redelivery.redeliver(events.due());
    }
}
