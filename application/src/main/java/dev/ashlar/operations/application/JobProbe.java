// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.application.HealthProbe;
import dev.ashlar.kernel.application.HealthResult;
import dev.ashlar.kernel.application.ScheduledJobs;
import org.springframework.stereotype.Component;

/** Finds jobs that fail repeatedly. */
@Component
class JobProbe implements HealthProbe {
    private final ScheduledJobs jobs;

    JobProbe(ScheduledJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String component() {
        return "jobs";
    }

    @Override
    public HealthResult check() {
        var failing = jobs.failingRepeatedly();
        return failing.isEmpty()
                ? HealthResult.HEALTHY
                : HealthResult.unhealthy("Jobs failed " + ScheduledJobs.REPEATEDLY + " times in a row or more: "
                        + String.join(", ", failing) + ". The log has the causes.");
    }
}
