// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static dev.ashlar.planner.domain.SampleTodos.LATER;
import static dev.ashlar.planner.domain.SampleTodos.NOW;
import static dev.ashlar.planner.domain.SampleTodos.newTodoId;
import static dev.ashlar.planner.domain.SampleTodos.todo;
import static dev.ashlar.planner.domain.SampleTodos.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.planner.application.TrashKind;
import dev.ashlar.planner.application.TrashView;
import dev.ashlar.planner.domain.Automations;
import dev.ashlar.planner.domain.Project;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.SampleItems;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class TrashViewMapperTest {
    @Autowired
    private TodoMapper todos;

    @Autowired
    private ScheduleItemMapper items;

    @Autowired
    private ProjectMapper projects;

    @Autowired
    private AutomationJobMapper jobs;

    @Autowired
    private TrashViewMapper views;

    private final UserId owner = user();

    @Test
    void listsDeletedThingsOfAnOwnerLastDeletedFirst() {
        var first = deleted(owner, "First", NOW);
        var last = deleted(owner, "Last", LATER);
        deleted(user(), "Foreign", LATER);
        todos.insert(todo(owner, "Live"));
        assertThat(views.trash(owner, null, 5)).containsExactly(last, first);
        assertThat(views.trash(owner, null, 1)).containsExactly(last);
        assertThat(views.trash(owner, new Cursor.Place(last.deletedAt(), last.id()), 5))
                .containsExactly(first);
    }

    @Test
    void listsThingsOfEachKind() {
        var todo = deleted(owner, "Todo", NOW);
        var item = SampleItems.item(owner, SampleItems.hour("2026-03-02T09:00"));
        items.insert(item);
        items.trash(owner, item.id(), item.version(), NOW.plusSeconds(1));
        var project = Project.of(new ProjectId(newTodoId().value()), owner, "Project", NOW);
        projects.insert(project, project.owner());
        projects.delete(owner, project.id(), project.version(), NOW.plusSeconds(2));
        var job = Automations.job(owner, Automations.plan(Automations.cron()));
        jobs.insert(job);
        jobs.delete(owner, job.id(), job.version(), NOW.plusSeconds(3));
        assertThat(views.trash(owner, null, 5))
                .containsExactly(
                        new TrashView(TrashKind.AUTOMATION_JOB, job.id().value(), "Plants", NOW.plusSeconds(3)),
                        new TrashView(TrashKind.PROJECT, project.id().value(), "Project", NOW.plusSeconds(2)),
                        new TrashView(TrashKind.SCHEDULE_ITEM, item.id().value(), "Review", NOW.plusSeconds(1)),
                        todo);
        assertThat(views.trash(user(), null, 5)).isEmpty();
    }

    private TrashView deleted(UserId person, String title, Instant at) {
        var todo = todo(person, title);
        todos.insert(todo);
        todos.delete(person, todo.id(), 0, at);
        return new TrashView(TrashKind.TODO, todo.id().value(), title, at);
    }
}
