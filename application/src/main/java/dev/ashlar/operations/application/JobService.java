// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.ScheduledJob;
import dev.ashlar.kernel.application.ScheduledJobs;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.annotation.Transactional;

/** Jobs, for administrators. */
@ApplicationService
public class JobService {
    private static final Logger LOG = LoggerFactory.getLogger(JobService.class);

    private final ScheduledJobs jobs;

    JobService(ScheduledJobs jobs) {
        this.jobs = jobs;
    }

    /** Returns all jobs, by name. */
    public List<ScheduledJob> list(Actor actor) {
        actor.requireAdmin();
        return jobs.list();
    }

    /** Makes a job due now; refuses one that is running. */
    @Transactional
    public ScheduledJob runNow(Actor actor, String name) {
        actor.requireAdmin();
        var job = jobs.runNow(name);
        LOG.info(
                "Job started by an administrator job={} user={}",
                name,
                actor.userId().value());
        return job;
    }
}
