// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.identity.People;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import java.util.List;

/**
 * Erasure of deleted users from the log of requests, in as many transactions as it takes. A job and no listener, because requests are logged
 * after their answers: that which deletes the account is logged last.
 */
@Workflow
public class RequestLogErasure {
    private final RequestLogHousekeeping steps;
    private final People people;

    RequestLogErasure(RequestLogHousekeeping steps, People people) {
        this.steps = steps;
        this.people = people;
    }

    /** Clears the requests of all deleted users; of those that are cleared already an index finds none. */
    @Job(name = "operations.erase-deleted-users", every = "1h")
    public void eraseDeletedUsers() {
        List<UserId> deleted = people.deletedAfter(null);
        while (!deleted.isEmpty()) {
            while (steps.clear(deleted) > 0) {
                // the next batch
            }
            deleted = people.deletedAfter(deleted.getLast());
        }
    }
}
