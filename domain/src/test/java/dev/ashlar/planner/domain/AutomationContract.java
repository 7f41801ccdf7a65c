// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.Automations.HOUR;
import static dev.ashlar.planner.domain.Automations.NOW;
import static dev.ashlar.planner.domain.Automations.plan;

import java.time.Instant;

/** Stores of automation jobs and their runs, for the contracts of both. */
public abstract class AutomationContract {
    protected static final Instant LATER = NOW.plus(HOUR.multipliedBy(2));

    protected abstract AutomationJobs jobs();

    protected abstract AutomationRuns runs();

    protected AutomationJob stored(JobPlan plan) {
        var job = Automations.job(plan);
        jobs().insert(job);
        return job;
    }
}
