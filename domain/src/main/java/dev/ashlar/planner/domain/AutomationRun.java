// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;

/**
 * Run of an automation job for one tick, or by hand.
 *
 * @param scheduledFor time of the tick, or of the request
 * @param manual true if the owner asked for the run
 */
public record AutomationRun(
        AutomationRunId id,
        AutomationJobId jobId,
        UserId ownerId,
        Instant scheduledFor,
        boolean manual,
        RunProgress progress,
        Instant createdAt) {
    /** Attempts to call a webhook. */
    public static final int MAX_ATTEMPTS = 5;

    public static final int MAX_DETAIL = 200;
    /** Time that an attempt may take before another instance makes the next one; its process was killed. */
    public static final Duration LEASE = Duration.ofMinutes(2);
    /** Time for which runs are kept. */
    public static final Duration RETENTION = Duration.ofDays(30);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int GROWTH = 3;

    /** Returns a run that is due. */
    public static AutomationRun of(AutomationRunId id, AutomationJob job, Instant scheduledFor, Instant now) {
        return new AutomationRun(id, job.id(), job.ownerId(), scheduledFor, false, RunProgress.waiting(now), now);
    }

    /** Returns a run that the owner asks for. */
    public static AutomationRun manual(AutomationRunId id, AutomationJob job, Instant now) {
        return new AutomationRun(id, job.id(), job.ownerId(), now, true, RunProgress.waiting(now), now);
    }

    public AutomationRun succeeded(Duration duration) {
        return with(progress.ended(RunOutcome.SUCCEEDED, duration, null));
    }

    public AutomationRun failed(Duration duration, String why) {
        return with(progress.ended(RunOutcome.FAILED, duration, Spelling.cut(why, MAX_DETAIL)));
    }

    public AutomationRun skipped() {
        return with(progress.ended(RunOutcome.SKIPPED, Duration.ZERO, null));
    }

    /** Returns the run after the webhook's answer: ended, or waiting for its next attempt. */
    public AutomationRun answered(WebhookAnswer answer, Instant now) {
        return switch (answer.result()) {
            case DELIVERED -> succeeded(answer.duration());
            case REFUSED -> failed(answer.duration(), String.valueOf(answer.detail()));
            case FAILED ->
                progress.attempts() >= MAX_ATTEMPTS
                        ? failed(answer.duration(), String.valueOf(answer.detail()))
                        : with(new RunProgress(
                                RunOutcome.RUNNING,
                                progress.attempts(),
                                now.plus(pauseAfter(progress.attempts())),
                                Math.toIntExact(answer.duration().toMillis()),
                                answer.detail()));
        };
    }

    public boolean isOver() {
        return progress.outcome() != RunOutcome.RUNNING;
    }

    /** Returns the pause after a failed attempt: a minute, three, nine, 27. */
    static Duration pauseAfter(int attempts) {
        return FIRST_PAUSE.multipliedBy((long) Math.pow(GROWTH, Math.max(0, attempts - 1)));
    }

    private AutomationRun with(RunProgress next) {
        return new AutomationRun(id, jobId, ownerId, scheduledFor, manual, next, createdAt);
    }
}
