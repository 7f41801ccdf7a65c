// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.kernel.web.openapi.ExampleRecords;
import dev.ashlar.planner.application.AutomationJobView;
import dev.ashlar.planner.application.AutomationRunView;
import dev.ashlar.planner.domain.AutomationJobId;
import dev.ashlar.planner.domain.AutomationJobStatus;
import dev.ashlar.planner.domain.AutomationRunId;
import dev.ashlar.planner.domain.JobAction;
import dev.ashlar.planner.domain.JobPayload;
import dev.ashlar.planner.domain.JobPayload.TodoTemplate;
import dev.ashlar.planner.domain.JobPlan;
import dev.ashlar.planner.domain.JobSchedule;
import dev.ashlar.planner.domain.JobScheduleType;
import dev.ashlar.planner.domain.JobState;
import dev.ashlar.planner.domain.MissedTicks;
import dev.ashlar.planner.domain.RunOutcome;
import dev.ashlar.planner.domain.RunProgress;
import dev.ashlar.planner.web.AutomationJobRequest.NewTodo;
import dev.ashlar.planner.web.AutomationJobRequest.Payload;
import dev.ashlar.planner.web.AutomationJobRequest.Ticks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Examples of the API description. */
@Component
class AutomationExamples implements ExampleRecords {
    private static final String PLANTS = "Water the plants";
    private static final String WEEKDAYS = "0 9 * * 1-5";
    private static final String ZONE = "Europe/Berlin";

    @Override
    public List<Record> all() {
        var created = Instant.parse("2026-02-03T16:05:12Z");
        var plan = new JobPlan(
                PLANTS,
                new JobSchedule(JobScheduleType.CRON, null, null, WEEKDAYS, ZONE),
                MissedTicks.SKIP,
                JobAction.CREATE_TODO,
                new JobPayload(new TodoTemplate(PLANTS, null, 1, 0), null, null));
        return List.of(
                new AutomationJobRequest(
                        PLANTS,
                        new Ticks(JobScheduleType.CRON, null, null, WEEKDAYS, ZONE),
                        MissedTicks.SKIP,
                        JobAction.CREATE_TODO,
                        new Payload(new NewTodo(PLANTS, null, 1, 0), null, null)),
                new AutomationJobView(
                        new AutomationJobId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000d1")),
                        plan,
                        new JobState(AutomationJobStatus.ACTIVE, Instant.parse("2026-02-04T08:00:00Z"), 0),
                        created,
                        created,
                        0),
                new AutomationRunView(
                        new AutomationRunId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000d2")),
                        Instant.parse("2026-02-03T08:00:00Z"),
                        false,
                        new RunProgress(RunOutcome.SUCCEEDED, 0, null, 4, null)));
    }
}
