// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.domain.JobPayload.ItemTemplate;
import dev.ashlar.planner.domain.JobPayload.TodoTemplate;
import dev.ashlar.planner.domain.JobPayload.WebhookTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Automation jobs for tests. */
public final class Automations {
    /** Present of the tests, with all digits that PostgreSQL stores. */
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123456Z");

    public static final Duration HOUR = Duration.ofHours(1);
    /** Ticks at each full hour of UTC, whatever the expression; none in 2100. */
    public static final CronExpressions HOURLY = (expression, zone, after) -> {
        var next = Instant.ofEpochSecond((after.getEpochSecond() / 3600 + 1) * 3600);
        return Optional.of(next).filter(tick -> tick.isBefore(Instant.parse("2100-01-01T00:00:00Z")));
    };

    private static final IdSource IDS = IdSource.timeOrdered();

    private Automations() {}

    public static UserId owner() {
        return new UserId(IDS.next());
    }

    public static JobSchedule once(Instant at) {
        return new JobSchedule(JobScheduleType.ONCE, at, null, null, "UTC");
    }

    public static JobSchedule every(Duration interval) {
        return new JobSchedule(
                JobScheduleType.INTERVAL, NOW.plus(interval), (int) interval.toSeconds(), null, "Europe/Berlin");
    }

    public static JobSchedule cron() {
        return new JobSchedule(JobScheduleType.CRON, null, null, "0 * * * *", "Europe/Berlin");
    }

    public static JobPayload todo() {
        return new JobPayload(new TodoTemplate("Water the plants", "The fern needs little.", 1, 2), null, null);
    }

    public static JobPayload item() {
        return new JobPayload(null, new ItemTemplate("Review of the week", 30, 45), null);
    }

    public static JobPayload webhook() {
        return new JobPayload(null, null, new WebhookTarget("https://example.com/hooks/ashlar"));
    }

    public static JobPlan plan(JobSchedule schedule) {
        return new JobPlan("Plants", schedule, MissedTicks.RUN_ONCE, JobAction.CREATE_TODO, todo());
    }

    public static JobPlan skipping(JobSchedule schedule) {
        return new JobPlan("Plants", schedule, MissedTicks.SKIP, JobAction.CREATE_TODO, todo());
    }

    public static JobPlan calling(JobSchedule schedule) {
        return new JobPlan("Call", schedule, MissedTicks.RUN_ONCE, JobAction.CALL_WEBHOOK, webhook());
    }

    public static AutomationJob job(UserId owner, JobPlan plan) {
        return AutomationJob.of(new AutomationJobId(IDS.next()), owner, plan, HOURLY, NOW);
    }

    public static AutomationJob job(JobPlan plan) {
        return job(owner(), plan);
    }

    public static AutomationRun run(AutomationJob job, Instant scheduledFor) {
        return AutomationRun.of(new AutomationRunId(IDS.next()), job, scheduledFor, scheduledFor);
    }
}
