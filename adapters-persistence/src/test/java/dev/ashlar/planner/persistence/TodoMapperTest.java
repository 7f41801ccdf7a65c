// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static dev.ashlar.planner.domain.SampleTodos.JANUARY_31;
import static dev.ashlar.planner.domain.SampleTodos.LATER;
import static dev.ashlar.planner.domain.SampleTodos.NOW;
import static dev.ashlar.planner.domain.SampleTodos.newTodoId;
import static dev.ashlar.planner.domain.SampleTodos.todo;
import static dev.ashlar.planner.domain.SampleTodos.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.planner.domain.Due;
import dev.ashlar.planner.domain.Project;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.ProjectRole;
import dev.ashlar.planner.domain.Todo;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.Todos;
import dev.ashlar.planner.domain.TodosContract;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "key fk_todos_project_id_owner_id", test = "leavesItsProjectWithTheMembershipOfItsOwner")
@Kills(mutant = "mapper TodoMapper.delete soft deletion", test = "hidesADeletedTodoUntilItIsRestored")
@Kills(mutant = "mapper TodoMapper.delete version", test = "hidesADeletedTodoUntilItIsRestored")
@Kills(mutant = "mapper TodoMapper.update soft deletion", test = "hidesADeletedTodoUntilItIsRestored")
@Kills(mutant = "mapper TodoMapper.updateAll soft deletion", test = "storesTheProgressOfSeveralTodos")
@Kills(mutant = "mapper TodoMapper.visible owner", test = "returnsTheInsertedTodoToItsOwnerOnly")
class TodoMapperTest extends TodosContract {
    @Autowired
    private TodoMapper todos;

    @Autowired
    private ProjectMapper projects;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected Todos todos() {
        return todos;
    }

    @Override
    protected ProjectId project(UserId person, ProjectRole role) {
        var project = Project.of(new ProjectId(newTodoId().value()), user(), "Project", NOW);
        projects.insert(project, project.owner());
        projects.addMember(project.member(person, role, NOW));
        projects.addMember(project.member(owner, ProjectRole.EDITOR, NOW));
        return project.id();
    }

    @Override
    protected List<TodoId> inOrder(UserId person) {
        return jdbc.sql("SELECT id FROM planner.todos WHERE owner_id = ? AND deleted_at IS NULL ORDER BY position")
                .param(person.value())
                .query((row, number) -> new TodoId(row.getObject("id", UUID.class)))
                .list();
    }

    @Test
    void writesEachColumn() {
        var todo = stored(todo(owner, "Columns", Due.of(JANUARY_31, LocalTime.NOON, "Europe/Berlin", "FREQ=MONTHLY")));
        assertThat(row(todo))
                .containsEntry("owner_id", owner.value())
                .containsEntry("project_id", null)
                .containsEntry("title", "Columns")
                .containsEntry("notes", null)
                .containsEntry("priority", 0)
                .containsEntry("due_date", Date.valueOf(JANUARY_31))
                .containsEntry("due_time", Time.valueOf(LocalTime.NOON))
                .containsEntry("due_zone", "Europe/Berlin")
                .containsEntry("recurrence_anchor", Date.valueOf(JANUARY_31))
                .containsEntry("recurrence_done", 0)
                .containsEntry("due_on", Date.valueOf(JANUARY_31))
                .containsEntry("status", "open")
                .containsEntry("done_at", null)
                .containsEntry("position", todo.id().value())
                .containsEntry("created_at", Timestamp.from(NOW))
                .containsEntry("updated_at", Timestamp.from(NOW))
                .containsEntry("deleted_at", null)
                .containsEntry("version", 0)
                .hasSize(20);
        assertThat((String) row(todo).get("recurrence")).startsWith("FREQ=MONTHLY");
    }

    @Test
    void keepsTheTimeOfDeletionUntilTheRestoration() {
        var todo = stored(todo(owner, "Times"));
        todos.delete(owner, todo.id(), 0, LATER);
        assertThat(row(todo)).containsEntry("deleted_at", Timestamp.from(LATER));
        todos.restore(owner, todo.id(), LATER);
        assertThat(row(todo)).containsEntry("deleted_at", null);
    }

    @Test
    void hidesTodosOfAProjectInTheTrashFromItsMembers() {
        var person = user();
        var project = project(person, ProjectRole.EDITOR);
        var todo = stored(
                Todo.of(newTodoId(), owner, project, todo(owner, "Shared").content(), NOW));
        assertThat(todos.find(person, todo.id())).isPresent();
        jdbc.sql("UPDATE planner.projects SET deleted_at = now() WHERE id = ?")
                .param(project.value())
                .update();
        assertThat(todos.find(person, todo.id())).isEmpty();
        assertThat(todos.find(owner, todo.id()))
                .hasValueSatisfying(found -> assertThat(found.role()).isNull());
        jdbc.sql("DELETE FROM planner.projects WHERE id = ?")
                .param(project.value())
                .update();
        assertThat(again(todo).projectId()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"leave", "separate", "erase"})
    void leavesItsProjectWithTheMembershipOfItsOwner(String end) {
        var person = user();
        var project = Project.of(new ProjectId(newTodoId().value()), user(), "Project", NOW);
        projects.insert(project, project.owner());
        projects.addMember(project.member(person, ProjectRole.EDITOR, NOW));
        projects.addMember(project.member(owner, ProjectRole.EDITOR, NOW));
        var todo = stored(
                Todo.of(newTodoId(), owner, project.id(), todo(owner, "Shared").content(), NOW));
        var deleted = stored(
                Todo.of(newTodoId(), owner, project.id(), todo(owner, "Trash").content(), NOW));
        todos.delete(owner, deleted.id(), 0, LATER);
        var others = stored(
                Todo.of(newTodoId(), person, project.id(), todo(person, "Other").content(), NOW));
        switch (end) {
            case "leave" -> projects.removeMember(project.member(owner, ProjectRole.EDITOR, NOW), 0);
            case "separate" -> projects.separate(owner, project.ownerId());
            default -> projects.erase(owner);
        }
        assertThat(todos.find(person, todo.id())).isEmpty();
        assertThat(again(todo))
                .usingRecursiveComparison()
                .ignoringFields("projectId")
                .isEqualTo(todo);
        assertThat(again(todo).projectId()).isNull();
        assertThat(row(deleted)).containsEntry("project_id", null);
        assertThat(row(others)).containsEntry("project_id", project.id().value());
    }

    @Test
    void refusesATodoOfAPersonWhoIsNoMember() {
        var project = project(user(), ProjectRole.EDITOR);
        var foreign = user();
        var todo =
                Todo.of(newTodoId(), foreign, project, todo(foreign, "Foreign").content(), NOW);
        assertThatThrownBy(() -> todos.insert(todo)).hasMessageContaining("fk_todos_project_id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chk_todos_title: title = ''",
                "chk_todos_notes: notes = ''",
                "chk_todos_priority: priority = 5",
                "chk_todos_due_time: due_time = '09:30', due_zone = 'UTC'",
                "chk_todos_due_zone: due_date = '2026-01-31', due_time = '09:30'",
                "chk_todos_recurrence: recurrence = 'FREQ=DAILY', recurrence_anchor = '2026-01-31', recurrence_done = 0",
                "chk_todos_recurrence: due_date = '2026-01-31', recurrence = 'FREQ=DAILY', recurrence_done = 0",
                "chk_todos_done_at: status = 'done'",
                "chk_todos_version: version = -1"
            })
    void refusesRowsThatBreakAnInvariant(String broken) {
        var todo = stored(todo(owner, "Broken"));
        var parts = broken.split(": ", 2);
        assertThatThrownBy(() -> jdbc.sql("UPDATE planner.todos SET " + parts[1] + " WHERE id = ?")
                        .param(todo.id().value())
                        .update())
                .hasMessageContaining(parts[0]);
    }

    @Test
    void refusesASecondTodoInAPlace() {
        var first = stored(todo(owner, "First"));
        var second = stored(todo(owner, "Second"));
        assertThatThrownBy(() -> jdbc.sql("UPDATE planner.todos SET position = ? WHERE id = ?")
                        .param(first.id().value())
                        .param(second.id().value())
                        .update())
                .hasMessageContaining("uq_todos_owner_id_position");
    }

    private Map<String, @Nullable Object> row(Todo todo) {
        return jdbc.sql("""
                        SELECT owner_id, project_id, title, notes, priority, due_date, due_time, due_zone, recurrence,
                          recurrence_anchor, recurrence_done, due_on, status::text AS status, done_at, position,
                          created_at, updated_at, deleted_at, version, id
                        FROM planner.todos WHERE id = ?""").param(todo.id().value()).query().singleRow();
    }
}
