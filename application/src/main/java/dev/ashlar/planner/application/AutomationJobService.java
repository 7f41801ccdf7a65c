// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.identity.People;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.AutomationJob;
import dev.ashlar.planner.domain.AutomationJobId;
import dev.ashlar.planner.domain.AutomationJobStatus;
import dev.ashlar.planner.domain.AutomationJobs;
import dev.ashlar.planner.domain.AutomationRuns;
import dev.ashlar.planner.domain.CronExpressions;
import dev.ashlar.planner.domain.JobPlan;
import dev.ashlar.planner.domain.PlannerProblem;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of automation jobs. Each person sees and changes only their own: those of others are not found. */
@ApplicationService
public class AutomationJobService {
    private static final String LIST = "planner.automation-jobs";
    private static final String RUNS = "planner.automation-runs";

    private final AutomationJobs jobs;
    private final AutomationRuns runs;
    private final AutomationViews views;
    private final People people;
    private final CronExpressions cron;
    private final IdSource ids;
    private final InstantSource clock;

    AutomationJobService(
            AutomationJobs jobs,
            AutomationRuns runs,
            AutomationViews views,
            People people,
            CronExpressions cron,
            IdSource ids,
            InstantSource clock) {
        this.jobs = jobs;
        this.runs = runs;
        this.views = views;
        this.people = people;
        this.cron = cron;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns the actor's jobs, newest first. */
    public Page<AutomationJobView> list(Actor actor, @Nullable AutomationJobStatus status, PageRequest page) {
        var rows = views.jobs(actor.userId(), status, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    public AutomationJobView get(Actor actor, AutomationJobId id) {
        return views.job(actor.userId(), id).orElseThrow(() -> notFound(id));
    }

    /** Returns the runs of a job, newest first. */
    public Page<AutomationRunView> runs(Actor actor, AutomationJobId id, PageRequest page) {
        get(actor, id);
        var rows = views.runs(actor.userId(), id, page.afterTime(RUNS), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(RUNS, row.scheduledFor()));
    }

    @Transactional
    public AutomationJobView create(Actor actor, JobPlan plan) {
        people.requireActive(actor.userId());
        AutomationJob.requireRoom(jobs.lockCount(actor.userId()));
        var job = AutomationJob.of(new AutomationJobId(ids.next()), actor.userId(), plan, cron, clock.instant());
        jobs.insert(job);
        return AutomationJobView.of(job, job.version());
    }

    @Transactional
    public AutomationJobView edit(Actor actor, AutomationJobId id, int version, JobPlan plan) {
        return change(
                actor, id, version, job -> job.plan().equals(plan) ? job : job.edited(plan, cron, clock.instant()));
    }

    @Transactional
    public AutomationJobView pause(Actor actor, AutomationJobId id) {
        return change(actor, id, null, job -> job.paused(clock.instant()));
    }

    @Transactional
    public AutomationJobView resume(Actor actor, AutomationJobId id) {
        people.requireActive(actor.userId());
        return change(actor, id, null, job -> job.resumed(cron, clock.instant()));
    }

    /** Moves a job to the trash and cancels its open run. */
    @Transactional
    public void delete(Actor actor, AutomationJobId id, int version) {
        locked(actor, id);
        var now = clock.instant();
        if (!jobs.delete(actor.userId(), id, version, now)) {
            throw KernelProblem.stale("Automation job " + id.value(), version);
        }
        runs.cancel(actor.userId(), id, now);
    }

    /** Takes a job out of the trash, paused if it was active. */
    @Transactional
    public AutomationJobView restore(Actor actor, AutomationJobId id) {
        AutomationJob.requireRoom(jobs.lockCount(actor.userId()));
        if (!jobs.restore(actor.userId(), id, clock.instant())) {
            throw notFound(id);
        }
        return get(actor, id);
    }

    private AutomationJobView change(
            Actor actor, AutomationJobId id, @Nullable Integer version, UnaryOperator<AutomationJob> change) {
        var job = locked(actor, id);
        var next = change.apply(job);
        int expected = version == null ? job.version() : version;
        if (next.equals(job) && job.version() == expected) {
            return AutomationJobView.of(job, expected);
        }
        if (!jobs.update(next, expected)) {
            throw KernelProblem.stale("Automation job " + id.value(), expected);
        }
        return AutomationJobView.of(next, expected + 1);
    }

    private AutomationJob locked(Actor actor, AutomationJobId id) {
        return jobs.lock(actor.userId(), id).orElseThrow(() -> notFound(id));
    }

    static DomainException notFound(AutomationJobId id) {
        return PlannerProblem.AUTOMATION_JOB_NOT_FOUND.because(
                "You have no automation job " + id.value() + ". List your automation jobs to find its id.");
    }
}
