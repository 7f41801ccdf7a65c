package dev.ashlar.planner.application;

import dev.ashlar.identity.People;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.AutomationJobs;
import dev.ashlar.planner.domain.AutomationRuns;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;

/** Effects of the end of accounts on automation jobs. */
@ApplicationService
public class AutomationOwners {
    private final AutomationJobs jobs;
    private final AutomationRuns runs;
    private final People people;
    private final InstantSource clock;

    AutomationOwners(AutomationJobs jobs, AutomationRuns runs, People people, InstantSource clock) {
        this.jobs = jobs;
        this.runs = runs;
        this.people = people;
        this.clock = clock;
    }

    /** Pauses the jobs of a person whose account is inactive, and cancels their open runs. */
    @Transactional
    public void pauseAll(UserId owner) {
        if (!people.lockDeactivated(Set.of(owner)).isEmpty()) {
            var now = clock.instant();
            jobs.pauseAll(owner, now);
            runs.cancelAll(owner, now);
        }
    }

    /** Deletes all jobs and runs of a person. */
    @Transactional
    public void eraseAll(UserId owner) {
        jobs.eraseAll(owner);
    }
}
