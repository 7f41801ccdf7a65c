// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Action of a person that runs on a schedule.
 *
 * @param version number of changes by the owner; ticks do not count
 */
public record AutomationJob(
        AutomationJobId id,
        UserId ownerId,
        JobPlan plan,
        JobState state,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    /** Number of live jobs that a person may have. */
    public static final int MAX_JOBS = 50;
    /** Runs that may fail in a row; with the last of them the job fails. */
    public static final int MAX_FAILURES = 5;
    /** Lateness from which a tick is missed: longer than a restart takes. */
    public static final Duration GRACE = Duration.ofMinutes(5);

    /** Returns a new job, or refuses a schedule without a tick. */
    public static AutomationJob of(AutomationJobId id, UserId owner, JobPlan plan, CronExpressions cron, Instant now) {
        return new AutomationJob(id, owner, plan, active(plan, cron, now), now, now, 0);
    }

    /** Refuses one more job of a person who has this number. */
    public static void requireRoom(int jobs) {
        if (jobs >= MAX_JOBS) {
            throw PlannerProblem.AUTOMATION_JOBS_EXCEEDED.because(
                    "You have " + jobs + " automation jobs, and " + MAX_JOBS + " are allowed. Delete one first.");
        }
    }

    /**
     * Returns the job with another plan. An active job keeps its tick, even one that is due, unless the schedule changes: then it waits for
     * the next tick of the new one.
     */
    public AutomationJob edited(JobPlan edited, CronExpressions cron, Instant now) {
        if (edited.schedule().equals(plan.schedule())) {
            return with(edited, state, now);
        }
        // Read by the port even if the job does not run now, so that an unreadable expression is never stored.
        var next = edited.schedule().next(now, cron);
        if (state.status() != AutomationJobStatus.ACTIVE) {
            return with(edited, state, now);
        }
        return with(
                edited,
                new JobState(
                        AutomationJobStatus.ACTIVE, next.orElseThrow(() -> ended(edited.schedule())), state.failures()),
                now);
    }

    public AutomationJob paused(Instant now) {
        return with(plan, new JobState(to(AutomationJobStatus.PAUSED), null, state.failures()), now);
    }

    /** Returns the active job. Ticks before now are neither run nor recorded. */
    public AutomationJob resumed(CronExpressions cron, Instant now) {
        to(AutomationJobStatus.ACTIVE);
        return with(plan, active(plan, cron, now), now);
    }

    /** Returns the tick that is due; empty if none is. */
    public Optional<Tick> due(Instant now, CronExpressions cron) {
        var tick = state.nextRunAt();
        if (tick == null || tick.isAfter(now)) {
            return Optional.empty();
        }
        boolean missed =
                plan.missedTicks() == MissedTicks.SKIP && tick.plus(GRACE).isBefore(now);
        var next = plan.schedule()
                .next(now, cron)
                .map(at -> new JobState(state.status(), at, state.failures()))
                .orElseGet(() -> new JobState(to(AutomationJobStatus.FINISHED), null, state.failures()));
        return Optional.of(new Tick(tick, missed, with(plan, next, now)));
    }

    /** Returns the job after a run has ended. The fifth failure in a row ends an active job. */
    public AutomationJob after(RunOutcome outcome, Instant now) {
        int failures = outcome == RunOutcome.SUCCEEDED ? 0 : state.failures() + 1;
        boolean fails = failures >= MAX_FAILURES && state.status() == AutomationJobStatus.ACTIVE;
        return with(
                plan,
                fails
                        ? new JobState(to(AutomationJobStatus.FAILED), null, failures)
                        : new JobState(state.status(), state.nextRunAt(), failures),
                now);
    }

    private AutomationJobStatus to(AutomationJobStatus next) {
        return AutomationJobStatus.LIFECYCLE.require(
                state.status(), next, PlannerProblem.ILLEGAL_TRANSITION, "Automation job " + id.value());
    }

    private AutomationJob with(JobPlan newPlan, JobState newState, Instant now) {
        return new AutomationJob(id, ownerId, newPlan, newState, createdAt, now, version);
    }

    private static JobState active(JobPlan plan, CronExpressions cron, Instant now) {
        var next = plan.schedule().next(now, cron).orElseThrow(() -> ended(plan.schedule()));
        return new JobState(AutomationJobStatus.LIFECYCLE.start(), next, 0);
    }

    private static DomainException ended(JobSchedule schedule) {
        @Nullable Object at = schedule.scheduleType() == JobScheduleType.CRON ? schedule.cronExpr() : schedule.runAt();
        var pointer = schedule.scheduleType() == JobScheduleType.CRON ? "/schedule/cronExpr" : "/schedule/runAt";
        return PlannerProblem.SCHEDULE_ENDED
                .because("The schedule " + at + " has no tick from now on. Choose a later time.")
                .at(pointer, "must have a tick in the future");
    }

    /**
     * Tick that is due.
     *
     * @param scheduledFor time of the tick
     * @param missed true if the tick is not run
     * @param next job that waits for the tick after it
     */
    public record Tick(Instant scheduledFor, boolean missed, AutomationJob next) {}
}
