// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import dev.ashlar.planner.domain.AutomationJobId;
import dev.ashlar.planner.domain.DueJob;
import dev.ashlar.planner.domain.Webhooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ticks of automation jobs, each in a separate transaction, and calls of webhooks outside any. */
@Workflow
public class AutomationWorkflow {
    private static final Logger LOG = LoggerFactory.getLogger(AutomationWorkflow.class);
    private static final String BROKEN = "The action failed in Ashlar. The next tick tries again.";

    private final AutomationRunService runs;
    private final AutomationJobService jobs;
    private final Webhooks webhooks;

    AutomationWorkflow(AutomationRunService runs, AutomationJobService jobs, Webhooks webhooks) {
        this.runs = runs;
        this.jobs = jobs;
        this.webhooks = webhooks;
    }

    /** Runs the ticks of a batch of jobs; returns their number. A job that cannot even be read leaves the others their ticks. */
    @Job(name = "planner.automation-tick", every = "10s")
    public int tick() {
        return (int) runs.due().stream().filter(this::tick).count();
    }

    /** Calls a batch of webhooks at the same time; returns their number. */
    @Job(name = "planner.call-webhooks", every = "5s")
    public int callWebhooks() {
        var calls = runs.claimCalls();
        if (!calls.isEmpty()) {
            var answers = webhooks.deliver(calls);
            for (int i = 0; i < calls.size(); i++) {
                runs.answer(calls.get(i), answers.get(i));
            }
        }
        return calls.size();
    }

    /** Returns the key by which the receiver of a job's calls checks their signatures. */
    public String signingKey(Actor actor, AutomationJobId id) {
        return webhooks.signingKey(jobs.get(actor, id).id());
    }

    /** Runs the tick of a job, or records that it failed; returns false if not even that was possible. */
    private boolean tick(DueJob due) {
        try {
            return run(due);
        } catch (RuntimeException unrecorded) {
            LOG.error("Automation not recorded job={}", due.id().value(), unrecorded);
            return false;
        }
    }

    private boolean run(DueJob due) {
        try {
            runs.tick(due);
        } catch (DomainException refused) {
            LOG.info(
                    "Automation refused job={} cause={}",
                    due.id().value(),
                    refused.type().code());
            runs.fail(due, refused.detail());
        } catch (RuntimeException broken) {
            LOG.error("Automation failed job={}", due.id().value(), broken);
            runs.fail(due, BROKEN);
        }
        return true;
    }
}
