// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.Fields;
import dev.ashlar.planner.domain.JobAction;
import dev.ashlar.planner.domain.JobPayload;
import dev.ashlar.planner.domain.JobPayload.ItemTemplate;
import dev.ashlar.planner.domain.JobPayload.TodoTemplate;
import dev.ashlar.planner.domain.JobPayload.WebhookTarget;
import dev.ashlar.planner.domain.JobPlan;
import dev.ashlar.planner.domain.JobSchedule;
import dev.ashlar.planner.domain.JobScheduleType;
import dev.ashlar.planner.domain.MissedTicks;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Name, schedule and action of an automation job.
 *
 * @param missedTicks policy for ticks that are more than five minutes late
 */
record AutomationJobRequest(
        @NotBlank @Size(max = JobPlan.MAX_NAME) @Schema(example = "Water the plants")
        String name,

        @NotNull @Valid Ticks schedule,
        @NotNull @Schema(example = "skip") MissedTicks missedTicks,
        @NotNull @Schema(example = "create_todo") JobAction action,
        @NotNull @Valid Payload payload) {
    JobPlan plan() {
        return new JobPlan(name, schedule.value(), missedTicks, action, payload.value());
    }

    /**
     * Schedule of the runs.
     *
     * @param runAt the only run, or the first one of an interval; absent for cron
     * @param intervalSeconds seconds between two runs; absent unless the type is interval
     * @param cronExpr minute, hour, day of month, month, day of week, all of which must match; absent unless the type is cron
     * @param zone time zone of the cron expression and of due dates
     */
    record Ticks(
            @NotNull @Schema(example = "cron") JobScheduleType scheduleType,

            @Nullable Instant runAt,

            @Min(JobSchedule.MIN_INTERVAL_SECONDS) @Max(JobSchedule.MAX_INTERVAL_SECONDS) @Nullable
            Integer intervalSeconds,

            @Size(max = JobSchedule.MAX_CRON) @Schema(example = "0 9 * * 1-5") @Nullable
            String cronExpr,

            @NotBlank @Size(max = Fields.MAX_TIME_ZONE) @Schema(example = "Europe/Berlin")
            String zone) {
        JobSchedule value() {
            return new JobSchedule(scheduleType, runAt, intervalSeconds, cronExpr, zone);
        }
    }

    /** Details of the action: the one that belongs to it. */
    record Payload(
            @Valid @Nullable NewTodo todo,
            @Valid @Nullable NewItem scheduleItem,
            @Valid @Nullable Target webhook) {
        JobPayload value() {
            return new JobPayload(
                    todo == null
                            ? null
                            : new TodoTemplate(todo.title(), todo.notes(), todo.priority(), todo.dueInDays()),
                    scheduleItem == null
                            ? null
                            : new ItemTemplate(
                                    scheduleItem.title(),
                                    scheduleItem.startsInMinutes(),
                                    scheduleItem.durationMinutes()),
                    webhook == null ? null : new WebhookTarget(webhook.url()));
        }
    }

    /**
     * Todo that each run creates.
     *
     * @param dueInDays days from the run to the due date; without one if absent
     */
    record NewTodo(
            @NotBlank @Size(max = JobPayload.MAX_TITLE) @Schema(example = "Water the plants")
            String title,

            @Size(max = JobPayload.MAX_NOTES) @Schema(example = "The fern needs little.") @Nullable
            String notes,

            @Min(0) @Max(JobPayload.MAX_PRIORITY) @Schema(example = "1")
            int priority,

            @Min(0) @Max(JobPayload.MAX_DUE_DAYS) @Schema(example = "0") @Nullable
            Integer dueInDays) {}

    /** Schedule item that each run adds. */
    record NewItem(
            @NotBlank @Size(max = JobPayload.MAX_TITLE) @Schema(example = "Review of the week")
            String title,

            @Min(0) @Max(JobPayload.MAX_MINUTES) @Schema(example = "30")
            int startsInMinutes,

            @Min(1) @Max(JobPayload.MAX_MINUTES) @Schema(example = "45")
            int durationMinutes) {}

    /** Address that each run calls, on the public internet. */
    record Target(
            @NotBlank @Size(max = JobPayload.MAX_URL) @Schema(example = "https://example.com/hooks/ashlar")
            String url) {}
}
