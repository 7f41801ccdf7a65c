// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.identity.Deletion;
import dev.ashlar.identity.People;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.ScheduledJobs;
import dev.ashlar.kernel.application.Workflow;
import dev.ashlar.operations.domain.RequestRetention;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * Erasure of deleted users from the log of requests, in as many transactions as it takes. A job and no listener, because requests are logged
 * after their answers: that which deletes the account is logged last.
 */
@Workflow
public class RequestLogErasure {
    /** Longer than a run takes, and a deletion or a request on its way to the database. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final RequestLogHousekeeping steps;
    private final People people;
    private final ScheduledJobs jobs;
    private final RequestRetention retention;
    private final InstantSource clock;

    RequestLogErasure(
            RequestLogHousekeeping steps,
            People people,
            ScheduledJobs jobs,
            RequestRetention retention,
            InstantSource clock) {
        this.steps = steps;
        this.people = people;
        this.jobs = jobs;
        this.retention = retention;
        this.clock = clock;
    }

    /** Clears the requests of users who have deleted their accounts since the last complete run. */
    @Job(name = "operations.erase-deleted-users", every = "1h")
    public void eraseDeletedUsers() {
        var lastRun = jobs.lastSuccess("operations.erase-deleted-users");
        erase(lastRun.map(end -> end.minus(OVERLAP)).orElseGet(this::firstKept));
    }

    /** Clears the requests of all deleted users whose requests may still be kept, as after the database was restored from a backup. */
    @Job(name = "operations.erase-missed-users", cron = "0 40 3 * * *")
    public void eraseMissedUsers() {
        erase(firstKept());
    }

    /** Of requests that are cleared already an index finds none. */
    private void erase(Instant since) {
        var deletions = people.deletionsAfter(Deletion.since(since));
        while (!deletions.isEmpty()) {
            var users = deletions.stream().map(Deletion::userId).toList();
            while (steps.clear(users) > 0) {
                // the next batch
            }
            deletions = people.deletionsAfter(deletions.getLast());
        }
    }

    private Instant firstKept() {
        return retention.firstDay(clock.instant()).atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
