// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.identity.Deletion;
import dev.ashlar.identity.People;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erasure of what AI knows of people, in as many transactions as it takes. Their interactions stay without contents, as ledgers do. */
@Workflow
public class AiErasure {
    private static final Logger LOG = LoggerFactory.getLogger(AiErasure.class);

    private final AiErasureService steps;
    private final People people;

    AiErasure(AiErasureService steps, People people) {
        this.steps = steps;
        this.people = people;
    }

    /** Deletes a person's budgets and clears the contents of the person's interactions. May be repeated. */
    public void erase(UserId person) {
        steps.begin(person);
        var last = steps.clearInteractions(person, null);
        while (last.isPresent()) {
            last = steps.clearInteractions(person, last.get());
        }
        steps.end(person);
    }

    /**
     * Erases deleted users whose erasure has not ended: those of releases that marked nobody, those that a restored database of AI does not
     * know, and those whose erasure was broken off.
     */
    @Job(name = "ai.erase-deleted-users", every = "1h")
    public void eraseDeletedUsers() {
        int erased = 0;
        var deleted = people.deletionsAfter(Deletion.since(Instant.EPOCH));
        while (!deleted.isEmpty()) {
            var missed = steps.unfinished(deleted.stream().map(Deletion::userId).toList());
            missed.forEach(this::erase);
            erased += missed.size();
            deleted = people.deletionsAfter(deleted.getLast());
        }
        if (erased > 0) {
            LOG.warn("Erased deleted users whose erasure had not ended users={}", erased);
        }
    }
}
