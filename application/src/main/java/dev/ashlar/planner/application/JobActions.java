// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.IdSource;
import dev.ashlar.planner.domain.AutomationJob;
import dev.ashlar.planner.domain.AutomationRun;
import dev.ashlar.planner.domain.Due;
import dev.ashlar.planner.domain.ItemDetails;
import dev.ashlar.planner.domain.ItemSource;
import dev.ashlar.planner.domain.ItemSourceType;
import dev.ashlar.planner.domain.ItemTime;
import dev.ashlar.planner.domain.JobPayload.ItemTemplate;
import dev.ashlar.planner.domain.JobPayload.TodoTemplate;
import dev.ashlar.planner.domain.ScheduleItem;
import dev.ashlar.planner.domain.ScheduleItemId;
import dev.ashlar.planner.domain.ScheduleItems;
import dev.ashlar.planner.domain.Todo;
import dev.ashlar.planner.domain.TodoContent;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.Todos;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Actions of automation jobs within the planner, done in the transaction of their run. */
@Component
class JobActions {
    private final Todos todos;
    private final ScheduleItems items;
    private final IdSource ids;

    JobActions(Todos todos, ScheduleItems items, IdSource ids) {
        this.todos = todos;
        this.items = items;
        this.ids = ids;
    }

    void perform(AutomationJob job, AutomationRun run, Instant now) {
        var payload = job.plan().payload();
        if (payload.todo() != null) {
            todos.insert(todo(payload.todo(), job, run, now));
        } else if (payload.scheduleItem() != null) {
            items.insert(item(payload.scheduleItem(), job, run, now));
        }
    }

    private Todo todo(TodoTemplate template, AutomationJob job, AutomationRun run, Instant now) {
        var days = template.dueInDays();
        var day = job.plan().schedule().dateOf(run.scheduledFor());
        var due = days == null ? null : Due.on(day.plusDays(days));
        var content = TodoContent.of(template.title(), template.notes(), template.priority(), due);
        return Todo.of(new TodoId(ids.next()), job.ownerId(), null, content, now);
    }

    private ScheduleItem item(ItemTemplate template, AutomationJob job, AutomationRun run, Instant now) {
        var start =
                run.scheduledFor().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(template.startsInMinutes()));
        var end = start.plus(Duration.ofMinutes(template.durationMinutes()));
        var time = ItemTime.between(start, end, job.plan().schedule().zone());
        var details = new ItemDetails(template.title(), null, time, null);
        return ScheduleItem.of(new ScheduleItemId(ids.next()), job.ownerId(), details, now)
                .from(new ItemSource(ItemSourceType.AUTOMATION, run.id().value(), 0));
    }
}
