// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.Deletion;
import dev.ashlar.identity.People;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Repeated events of deletions. They reach a listener whose first event was given up, and find what a request that was on its way during the
 * deletion has added after the erasure.
 */
@Workflow
public class DeletionReminders {
    /** Longer than an event is delivered again by itself, and three nights. */
    private static final Duration REPEATED = Duration.ofDays(3);

    private final DeletionEvents events;
    private final People people;
    private final InstantSource clock;

    DeletionReminders(DeletionEvents events, People people, InstantSource clock) {
        this.events = events;
        this.people = people;
        this.clock = clock;
    }

    /** Announces the deletions of the last days again. */
    @Job(name = "identity.repeat-deletions", cron = "0 25 3 * * *")
    public void repeat() {
        var deletions = people.deletionsAfter(Deletion.since(clock.instant().minus(REPEATED)));
        while (!deletions.isEmpty()) {
            events.publish(deletions);
            deletions = people.deletionsAfter(deletions.getLast());
        }
    }
}
