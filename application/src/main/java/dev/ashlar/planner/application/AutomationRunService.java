// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.planner.domain.AutomationJob;
import dev.ashlar.planner.domain.AutomationJobId;
import dev.ashlar.planner.domain.AutomationJobs;
import dev.ashlar.planner.domain.AutomationRun;
import dev.ashlar.planner.domain.AutomationRunId;
import dev.ashlar.planner.domain.AutomationRuns;
import dev.ashlar.planner.domain.CronExpressions;
import dev.ashlar.planner.domain.DueJob;
import dev.ashlar.planner.domain.JobAction;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.RunOutcome;
import dev.ashlar.planner.domain.WebhookAnswer;
import dev.ashlar.planner.domain.WebhookCall;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/**
 * Runs of automation jobs. A run and its todo or schedule item are one transaction; the run of a webhook stays open until
 * {@link AutomationWorkflow} has called it.
 */
@ApplicationService
public class AutomationRunService {
    private static final int BATCH = 100;
    /** Calls that are made at the same time; one that gets no answer delays only those that come after them. */
    private static final int CALLS = 20;

    private static final int CLEANUP_BATCH = 1000;

    private final AutomationJobs jobs;
    private final AutomationRuns runs;
    private final JobActions actions;
    private final CronExpressions cron;
    private final IdSource ids;
    private final InstantSource clock;

    AutomationRunService(
            AutomationJobs jobs,
            AutomationRuns runs,
            JobActions actions,
            CronExpressions cron,
            IdSource ids,
            InstantSource clock) {
        this.jobs = jobs;
        this.runs = runs;
        this.actions = actions;
        this.cron = cron;
        this.ids = ids;
        this.clock = clock;
    }

    /** Runs a job of the actor now, whatever its status. Its ticks stay as they are. */
    @Transactional
    public AutomationRunView runNow(Actor actor, AutomationJobId id) {
        var now = clock.instant();
        var job = jobs.lock(actor.userId(), id).orElseThrow(() -> AutomationJobService.notFound(id));
        var run = AutomationRun.manual(new AutomationRunId(ids.next()), job, now);
        if (!runs.insert(run)) {
            throw PlannerProblem.RUN_OPEN.because(
                    "A run of automation job " + id.value() + " has not ended. Wait for its outcome.");
        }
        return AutomationRunView.of(perform(run, job, now));
    }

    /** Returns a batch of jobs with a tick that is due. */
    public List<DueJob> due() {
        return jobs.due(clock.instant(), BATCH);
    }

    /** Runs the tick of a job, unless another instance has. */
    @Transactional
    public void tick(DueJob due) {
        var now = clock.instant();
        jobs.lockDue(due.ownerId(), due.id(), now).ifPresent(job -> tick(job, now));
    }

    private void tick(AutomationJob job, Instant now) {
        var tick = job.due(now, cron).orElseThrow();
        var run = AutomationRun.of(new AutomationRunId(ids.next()), job, tick.scheduledFor(), now);
        if (!runs.insert(tick.missed() ? run.skipped() : run)) {
            passOver(tick);
        } else if (tick.missed()) {
            jobs.advance(tick.next());
        } else {
            perform(run, tick.next(), now);
        }
    }

    /** Records a tick whose action could not be done, so that the tick after it comes. */
    @Transactional
    public void fail(DueJob due, String reason) {
        var now = clock.instant();
        jobs.lockDue(due.ownerId(), due.id(), now).ifPresent(job -> {
            var tick = job.due(now, cron).orElseThrow();
            var run = AutomationRun.of(new AutomationRunId(ids.next()), job, tick.scheduledFor(), now);
            if (runs.insert(run.failed(Duration.ZERO, reason))) {
                jobs.advance(tick.next().after(RunOutcome.FAILED, now));
            } else {
                passOver(tick);
            }
        });
    }

    /** Goes on to the next tick if this one has its run. An open run of another tick keeps it waiting. */
    private void passOver(AutomationJob.Tick tick) {
        var job = tick.next();
        if (!runs.isOpen(job.ownerId(), job.id())) {
            jobs.advance(job);
        }
    }

    private AutomationRun perform(AutomationRun run, AutomationJob job, Instant now) {
        if (job.plan().action() == JobAction.CALL_WEBHOOK) {
            jobs.advance(job);
            return run;
        }
        actions.perform(job, run, now);
        var done = run.succeeded(Duration.between(now, clock.instant()));
        runs.settle(done, now);
        jobs.advance(job.after(done.progress().outcome(), now));
        return done;
    }

    /** Claims a batch of webhooks that are due. */
    @Transactional
    public List<WebhookCall> claimCalls() {
        var now = clock.instant();
        return runs.claim(now, now.plus(AutomationRun.LEASE), CALLS);
    }

    /** Stores the answer to a call, unless its lease has ended and another attempt has begun. */
    @Transactional
    public void answer(WebhookCall call, WebhookAnswer answer) {
        var now = clock.instant();
        var run = call.run().answered(answer, now);
        jobs.lock(run.ownerId(), run.jobId()).ifPresent(job -> {
            if (runs.settle(run, now) && run.isOver()) {
                jobs.advance(job.after(run.progress().outcome(), now));
            }
        });
    }

    /** Deletes a batch of old runs, and returns their number. */
    @Job(name = "planner.forget-automation-runs", every = "1h")
    @Transactional
    public int forgetOld() {
        return runs.deleteBefore(clock.instant().minus(AutomationRun.RETENTION), CLEANUP_BATCH);
    }
}
