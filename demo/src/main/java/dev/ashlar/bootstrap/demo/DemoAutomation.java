// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.kernel.PageRequest;
import dev.ashlar.planner.application.AutomationJobService;
import dev.ashlar.planner.domain.JobAction;
import dev.ashlar.planner.domain.JobPayload;
import dev.ashlar.planner.domain.JobPayload.ItemTemplate;
import dev.ashlar.planner.domain.JobPayload.TodoTemplate;
import dev.ashlar.planner.domain.JobPlan;
import dev.ashlar.planner.domain.JobSchedule;
import dev.ashlar.planner.domain.JobScheduleType;
import dev.ashlar.planner.domain.MissedTicks;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Automation jobs of the student. They are added to a planner without jobs only. */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoAutomation extends DemoSeed {
    private static final String ZONE = "Europe/Berlin";

    private final DemoPeople people;
    private final AutomationJobService jobs;

    DemoAutomation(DemoPeople people, AutomationJobService jobs) {
        super("demo automation");
        this.people = people;
        this.jobs = jobs;
    }

    @Override
    public void run() {
        var student = people.actor(DemoPerson.STUDENT);
        if (!jobs.list(student, null, new PageRequest(1, null)).items().isEmpty()) {
            return;
        }
        jobs.create(
                student,
                new JobPlan(
                        "Plan the week",
                        new JobSchedule(JobScheduleType.CRON, null, null, "0 8 * * 1", ZONE),
                        MissedTicks.RUN_ONCE,
                        JobAction.CREATE_TODO,
                        new JobPayload(new TodoTemplate("Plan the week", null, 2, 0), null, null)));
        jobs.create(
                student,
                new JobPlan(
                        "Time to read",
                        new JobSchedule(JobScheduleType.CRON, null, null, "0 7 * * 2,4", ZONE),
                        MissedTicks.SKIP,
                        JobAction.ADD_SCHEDULE_ITEM,
                        new JobPayload(null, new ItemTemplate("Read a chapter", 720, 60), null)));
    }
}
