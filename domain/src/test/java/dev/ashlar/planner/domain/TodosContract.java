// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.SampleTodos.JANUARY_31;
import static dev.ashlar.planner.domain.SampleTodos.LATER;
import static dev.ashlar.planner.domain.SampleTodos.NOW;
import static dev.ashlar.planner.domain.SampleTodos.dueAgain;
import static dev.ashlar.planner.domain.SampleTodos.newTodoId;
import static dev.ashlar.planner.domain.SampleTodos.repeated;
import static dev.ashlar.planner.domain.SampleTodos.retitled;
import static dev.ashlar.planner.domain.SampleTodos.todo;
import static dev.ashlar.planner.domain.SampleTodos.user;
import static dev.ashlar.planner.domain.SampleTodos.versionOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Contract of {@link Todos}. */
public abstract class TodosContract {
    protected final UserId owner = user();

    protected abstract Todos todos();

    /** Returns a new project of another owner, of which a person and the owner of the todos are members. */
    protected abstract ProjectId project(UserId person, ProjectRole role);

    /** Lists the live todos of an owner in their places. */
    protected abstract List<TodoId> inOrder(UserId person);

    @Test
    void returnsTheInsertedTodoToItsOwnerOnly() {
        var plain = stored(todo(owner, "Plain"));
        var timed = stored(todo(owner, "Timed", Due.of(JANUARY_31, LocalTime.NOON, "Europe/Berlin", null)));
        var repeated = stored(repeated(owner, "FREQ=MONTHLY"));
        for (var todo : List.of(plain, timed, repeated)) {
            assertThat(todos().find(owner, todo.id()))
                    .get()
                    .usingRecursiveComparison()
                    .isEqualTo(new SharedTodo(todo, null));
            assertThat(todos().find(user(), todo.id())).isEmpty();
        }
    }

    @Test
    void returnsATodoToMembersOfItsProjectWithTheirRole() {
        var viewer = user();
        var editor = user();
        var project = project(viewer, ProjectRole.VIEWER);
        var todo = Todo.of(newTodoId(), owner, project, TodoContent.of("Shared", null, null, null), NOW);
        todos().insert(todo);
        assertThat(todos().find(viewer, todo.id())).contains(new SharedTodo(todo, ProjectRole.VIEWER));
        assertThat(todos().find(editor, todo.id())).isEmpty();
        var other = project(editor, ProjectRole.EDITOR);
        assertThat(todos().moveAll(viewer, List.of(versionOf(todo)), other, LATER))
                .isZero();
        assertThat(todos().moveAll(owner, List.of(new TodoVersion(todo.id(), 1)), other, LATER))
                .isZero();
        assertThat(todos().moveAll(owner, List.of(versionOf(todo)), other, LATER))
                .isEqualTo(1);
        assertThat(todos().find(viewer, todo.id())).isEmpty();
        assertThat(todos().find(editor, todo.id()))
                .hasValueSatisfying(
                        found -> assertThat(found.mayBeEditedBy(editor)).isTrue());
        todos().delete(owner, todo.id(), 1, LATER);
        assertThat(todos().find(editor, todo.id())).isEmpty();
    }

    @Test
    @Tag("rule-stale-update-refused")
    void updatesTheVersionThatWasRead() {
        var todo = stored(repeated(owner, "FREQ=MONTHLY"));
        var changed = todo.with(retitled("After"), LATER).completed(LATER);
        assertThat(todos().update(changed, 1)).isFalse();
        assertThat(todos().update(changed, 0)).isTrue();
        assertThat(todos().update(changed, 0)).isFalse();
        assertThat(again(todo))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(changed);
        assertThat(again(todo).version()).isEqualTo(1);
        var undated = again(todo).with(dueAgain(null), LATER).completed(LATER);
        assertThat(todos().update(undated, 1)).isTrue();
        assertThat(again(todo).content().due()).isNull();
        assertThat(again(todo).progress().doneAt()).isEqualTo(LATER);
    }

    @Test
    void hidesADeletedTodoUntilItIsRestored() {
        var todo = stored(todo(owner, "Trash"));
        assertThat(todos().delete(owner, todo.id(), 7, LATER)).isFalse();
        assertThat(todos().delete(user(), todo.id(), 0, LATER)).isFalse();
        assertThat(todos().restore(owner, todo.id(), LATER)).isFalse();
        assertThat(todos().delete(owner, todo.id(), 0, LATER)).isTrue();
        assertThat(todos().delete(owner, todo.id(), 1, LATER)).isFalse();
        assertThat(todos().find(owner, todo.id())).isEmpty();
        assertThat(todos().update(todo, 1)).isFalse();
        assertThat(todos().lock(owner, List.of(new TodoVersion(todo.id(), 1)))).isEmpty();
        assertThat(todos().restore(user(), todo.id(), LATER)).isFalse();
        assertThat(todos().restore(owner, todo.id(), LATER)).isTrue();
        assertThat(todos().restore(owner, todo.id(), LATER)).isFalse();
        assertThat(again(todo).version()).isEqualTo(2);
    }

    @Test
    void locksTodosThatHaveTheVersions() {
        var first = stored(todo(owner, "First"));
        var second = stored(todo(owner, "Second"));
        var foreign = stored(todo(user(), "Foreign"));
        var versions = List.of(versionOf(first), new TodoVersion(second.id(), 4), versionOf(foreign));
        assertThat(todos().lock(owner, versions)).extracting(Todo::id).containsExactly(first.id());
    }

    @Test
    void storesTheProgressOfSeveralTodos() {
        var plain = stored(todo(owner, "Plain"));
        var dated = stored(todo(owner, "Dated", Due.on(JANUARY_31)));
        var repeated = stored(repeated(owner, "FREQ=MONTHLY"));
        var changed = List.of(plain.completed(LATER), dated.completed(LATER), repeated.completed(LATER));
        assertThat(todos().updateAll(user(), changed)).isZero();
        assertThat(todos().updateAll(owner, changed)).isEqualTo(3);
        assertThat(todos().updateAll(owner, changed)).isZero();
        for (var todo : changed) {
            assertThat(again(todo))
                    .usingRecursiveComparison()
                    .ignoringFields("version")
                    .isEqualTo(todo);
            assertThat(again(todo).version()).isEqualTo(1);
        }
        var deleted = again(plain);
        todos().delete(owner, deleted.id(), 1, LATER);
        assertThat(todos().updateAll(owner, List.of(inNextVersion(deleted)))).isZero();
    }

    @Test
    void deletesTodosThatHaveTheVersions() {
        var first = stored(todo(owner, "First"));
        var second = stored(todo(owner, "Second"));
        var foreign = stored(todo(user(), "Foreign"));
        var versions = List.of(versionOf(first), new TodoVersion(second.id(), 1), versionOf(foreign));
        assertThat(todos().deleteAll(owner, versions, LATER)).isEqualTo(1);
        assertThat(todos().deleteAll(owner, List.of(new TodoVersion(first.id(), 1)), LATER))
                .isZero();
        assertThat(todos().find(owner, first.id())).isEmpty();
        assertThat(again(second).version()).isZero();
        assertThat(again(foreign).version()).isZero();
    }

    @Test
    void exchangesThePlacesOfReorderedTodos() {
        var a = stored(todo(owner, "A")).id();
        var b = stored(todo(owner, "B")).id();
        var c = stored(todo(owner, "C")).id();
        var d = stored(todo(owner, "D")).id();
        var foreign = stored(todo(user(), "Foreign")).id();
        assertThat(inOrder(owner)).containsExactly(a, b, c, d);
        assertThat(todos().reorder(owner, List.of(d, b, a))).isEqualTo(3);
        assertThat(inOrder(owner)).containsExactly(d, b, c, a);
        assertThat(todos().reorder(owner, List.of(a, foreign, d))).isEqualTo(2);
        assertThat(inOrder(owner)).containsExactly(a, b, c, d);
        todos().delete(owner, b, 0, LATER);
        assertThat(todos().reorder(owner, List.of(d, b, a))).isEqualTo(2);
        todos().restore(owner, b, LATER);
        assertThat(inOrder(owner)).containsExactly(d, b, c, a);
    }

    @Test
    void purgesTheOldestOfTheTrashInBatches() {
        var live = stored(todo(owner, "Live"));
        var recent = stored(todo(owner, "Recent"));
        var first = stored(todo(owner, "First"));
        var second = stored(todo(user(), "Second"));
        todos().delete(owner, recent.id(), 0, LATER);
        todos().delete(owner, first.id(), 0, NOW.minusSeconds(2));
        todos().delete(second.ownerId(), second.id(), 0, NOW.minusSeconds(1));
        assertThat(todos().purge(NOW, 1)).isEqualTo(1);
        assertThat(todos().restore(second.ownerId(), second.id(), NOW)).isTrue();
        assertThat(todos().delete(second.ownerId(), second.id(), 2, NOW.minusSeconds(1)))
                .isTrue();
        assertThat(todos().purge(NOW, 5)).isEqualTo(1);
        assertThat(todos().purge(NOW, 5)).isZero();
        assertThat(todos().restore(owner, first.id(), NOW)).isFalse();
        assertThat(todos().restore(owner, recent.id(), NOW)).isTrue();
        assertThat(todos().find(owner, live.id())).isPresent();
    }

    @Test
    void erasesAllTodosOfAPerson() {
        var live = stored(todo(owner, "Live"));
        var deleted = stored(todo(owner, "Deleted"));
        todos().delete(owner, deleted.id(), 0, LATER);
        var foreign = stored(todo(user(), "Foreign"));
        assertThat(todos().erase(owner, 1)).isEqualTo(1);
        assertThat(todos().erase(owner, 5)).isEqualTo(1);
        assertThat(todos().erase(owner, 5)).isZero();
        assertThat(todos().find(owner, live.id())).isEmpty();
        assertThat(todos().restore(owner, deleted.id(), LATER)).isFalse();
        assertThat(todos().find(foreign.ownerId(), foreign.id())).isPresent();
    }

    private static Todo inNextVersion(Todo todo) {
        return new Todo(
                todo.id(),
                todo.ownerId(),
                todo.projectId(),
                todo.content(),
                todo.progress(),
                todo.createdAt(),
                todo.updatedAt(),
                todo.version() + 1);
    }

    protected final Todo stored(Todo todo) {
        todos().insert(todo);
        return todo;
    }

    protected final Todo again(Todo todo) {
        return todos().find(todo.ownerId(), todo.id()).orElseThrow().todo();
    }
}
