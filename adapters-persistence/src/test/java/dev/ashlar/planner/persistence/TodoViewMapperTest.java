// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static dev.ashlar.planner.domain.SampleTodos.JANUARY_31;
import static dev.ashlar.planner.domain.SampleTodos.LATER;
import static dev.ashlar.planner.domain.SampleTodos.NOW;
import static dev.ashlar.planner.domain.SampleTodos.newTodoId;
import static dev.ashlar.planner.domain.SampleTodos.todo;
import static dev.ashlar.planner.domain.SampleTodos.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.planner.application.PlacedTodo;
import dev.ashlar.planner.application.TodoFilter;
import dev.ashlar.planner.application.TodoView;
import dev.ashlar.planner.application.TodoViews;
import dev.ashlar.planner.domain.Due;
import dev.ashlar.planner.domain.Project;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.ProjectRole;
import dev.ashlar.planner.domain.Todo;
import dev.ashlar.planner.domain.TodoContent;
import dev.ashlar.planner.domain.TodoStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper TodoViewMapper.all owner", test = "listsTheLiveTodosOfAnOwnerFromAPlaceOn")
@Kills(mutant = "mapper TodoViewMapper.all soft deletion", test = "listsTheLiveTodosOfAnOwnerFromAPlaceOn")
@Kills(mutant = "mapper TodoViewMapper.filtered owner", test = "listsTheLiveTodosOfAnOwnerFromAPlaceOn")
@Kills(mutant = "mapper TodoViewMapper.filtered soft deletion", test = "listsTheLiveTodosOfAnOwnerFromAPlaceOn")
@Kills(mutant = "mapper TodoViewMapper.live soft deletion", test = "listsTheLiveTodosOfAnOwnerFromAPlaceOn")
@Kills(mutant = "mapper TodoViewMapper.ofProject owner", test = "listsTheTodosOfAProjectToItsMembersOnly")
@Kills(mutant = "mapper TodoViewMapper.ofProject soft deletion", test = "listsTheTodosOfAProjectToItsMembersOnly")
@Kills(mutant = "mapper TodoViewMapper.ofProject soft deletion again", test = "listsTheTodosOfAProjectToItsMembersOnly")
class TodoViewMapperTest {
    private static final TodoFilter OPEN = new TodoFilter(TodoStatus.OPEN, null, null);

    @Autowired
    private TodoMapper todos;

    @Autowired
    private TodoViewMapper views;

    @Autowired
    private ProjectMapper projects;

    private final UserId owner = user();

    @Test
    void listsTheLiveTodosOfAnOwnerFromAPlaceOn() {
        var first = stored("First", null);
        var done = stored("Done", null);
        todos.update(done.completed(LATER), 0);
        var deleted = stored("Deleted", null);
        todos.delete(owner, deleted.id(), 0, LATER);
        var last = stored("Last", null);
        todos.insert(todo(user(), "Foreign"));
        assertThat(titles(views.byPlace(owner, OPEN, null, 5))).containsExactly("First", "Last");
        assertThat(titles(views.byPlace(owner, OPEN, null, 1))).containsExactly("First");
        assertThat(titles(views.byPlace(owner, OPEN, first.id().value(), 5))).containsExactly("Last");
        assertThat(titles(views.byPlace(owner, new TodoFilter(TodoStatus.DONE, null, null), null, 5)))
                .containsExactly("Done");
        assertThat(titles(views.all(owner, null, 5))).containsExactly("First", "Done", "Last");
        assertThat(titles(views.all(owner, done.id().value(), 5))).containsExactly("Last");
        todos.reorder(owner, List.of(last.id(), first.id()));
        assertThat(titles(views.byPlace(owner, OPEN, null, 5))).containsExactly("Last", "First");
        assertThat(views.byPlace(owner, OPEN, null, 1).getFirst().position())
                .isEqualTo(first.id().value());
    }

    @Test
    void listsTodosByDueDateAndThoseWithoutOneLast() {
        var undated = stored("Undated", null);
        var february = stored("February", Due.on(JANUARY_31.plusDays(1)));
        var january = stored("January", Due.on(JANUARY_31));
        assertThat(views.byDue(owner, OPEN, null, 5))
                .extracting(TodoView::id)
                .containsExactly(january.id(), february.id(), undated.id());
        var afterFirst = new TodoViews.DuePlace(JANUARY_31, january.id().value());
        assertThat(views.byDue(owner, OPEN, afterFirst, 1))
                .extracting(TodoView::id)
                .containsExactly(february.id());
    }

    @Test
    void filtersByDueDate() {
        stored("Undated", null);
        stored("January", Due.on(JANUARY_31));
        stored("February", Due.on(JANUARY_31.plusDays(1)));
        assertThat(titles(views.byPlace(owner, due(JANUARY_31, null), null, 5))).containsExactly("January", "February");
        assertThat(titles(views.byPlace(owner, due(null, JANUARY_31), null, 5))).containsExactly("January");
        assertThat(titles(views.byPlace(owner, due(null, LocalDate.of(9999, 12, 31)), null, 5)))
                .containsExactly("January", "February");
        assertThat(views.byDue(owner, due(JANUARY_31.plusDays(1), JANUARY_31.plusDays(1)), null, 5))
                .extracting(view -> view.content().title())
                .containsExactly("February");
    }

    @Test
    void listsTheTodosOfAProjectToItsMembersOnly() {
        var project = Project.of(new ProjectId(newTodoId().value()), owner, "Project", NOW);
        projects.insert(project, project.owner());
        var viewer = user();
        projects.addMember(project.member(viewer, ProjectRole.VIEWER, NOW));
        var own = Todo.of(newTodoId(), owner, project.id(), TodoContent.of("Own", null, null, null), NOW);
        var members = Todo.of(newTodoId(), viewer, project.id(), TodoContent.of("Member's", null, null, null), NOW);
        todos.insert(own);
        todos.insert(members);
        stored("Private", null);
        var deleted = Todo.of(newTodoId(), owner, project.id(), TodoContent.of("Deleted", null, null, null), NOW);
        todos.insert(deleted);
        todos.delete(owner, deleted.id(), 0, LATER);
        for (var person : List.of(owner, viewer)) {
            assertThat(titles(views.ofProject(person, project.id(), TodoStatus.OPEN, null, 5)))
                    .containsExactly("Own", "Member's");
            assertThat(titles(views.ofProject(
                            person, project.id(), TodoStatus.OPEN, own.id().value(), 5)))
                    .containsExactly("Member's");
        }
        assertThat(views.ofProject(user(), project.id(), TodoStatus.OPEN, null, 5))
                .isEmpty();
        assertThat(views.todo(viewer, own.id())).isPresent();
        assertThat(views.todo(owner, own.id())).isPresent();
        assertThat(views.todo(user(), own.id())).isEmpty();
        projects.delete(owner, project.id(), 0, LATER);
        assertThat(views.ofProject(viewer, project.id(), TodoStatus.OPEN, null, 5))
                .isEmpty();
        assertThat(views.todo(viewer, own.id())).isEmpty();
        assertThat(views.todo(owner, own.id())).isPresent();
    }

    private static TodoFilter due(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new TodoFilter(TodoStatus.OPEN, from, to);
    }

    private Todo stored(String title, @Nullable Due due) {
        var todo = todo(owner, title, due);
        todos.insert(todo);
        return todo;
    }

    private static List<String> titles(List<PlacedTodo> rows) {
        return rows.stream().map(row -> row.todo().content().title()).toList();
    }
}
