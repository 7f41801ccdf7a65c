// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.KernelProblem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** Jobs with their last and next runs. The context that shows them decides on access. */
@ApplicationService
public class ScheduledJobs {
    /** Number of failures in a row that need an administrator. */
    public static final int REPEATEDLY = 3;

    /** More jobs than any application has. */
    private static final int MAX_JOBS = 1000;

    private static final int MAX_NAMED = 10;

    private final JobSchedule schedule;
    private final InstantSource clock;

    ScheduledJobs(JobSchedule schedule, InstantSource clock) {
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Lists all jobs, by name. */
    public List<ScheduledJob> list() {
        return schedule.jobs(MAX_JOBS);
    }

    /** Returns the names of up to ten jobs that failed at least {@value #REPEATEDLY} times in a row. */
    public List<String> failingRepeatedly() {
        return schedule.failing(REPEATEDLY, MAX_NAMED);
    }

    /** Returns the end of the last run of a job that succeeded; nothing before the first. */
    public Optional<Instant> lastSuccess(String name) {
        return schedule.find(name).map(ScheduledJob::lastSuccessAt);
    }

    /** Makes a job due now, so that an instance runs it within seconds; refuses a job that is running. */
    @Transactional
    public ScheduledJob runNow(String name) {
        boolean due = schedule.makeDue(name, clock.instant());
        var job = schedule.find(name)
                .orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no such job. List the jobs to find it."));
        if (!due) {
            throw KernelProblem.CONFLICT.because("Job " + name + " is running. Wait until it has ended.");
        }
        return job;
    }
}
