// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.planner.domain.SampleTodos.JANUARY_31;
import static dev.ashlar.planner.domain.SampleTodos.LATER;
import static dev.ashlar.planner.domain.SampleTodos.newTodoId;
import static dev.ashlar.planner.domain.SampleTodos.retitled;
import static dev.ashlar.planner.domain.SampleTodos.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.planner.domain.Due;
import dev.ashlar.planner.domain.InMemoryTodos;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.ProjectRole;
import dev.ashlar.planner.domain.Projects;
import dev.ashlar.planner.domain.TodoContent;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.TodoStatus;
import dev.ashlar.planner.domain.TodoVersion;
import dev.ashlar.planner.domain.Todos;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TodoServiceTest {
    private final Actor owner = person();
    private final Actor editor = person();
    private final Actor viewer = person();
    private final Actor stranger = person();
    private final ProjectId project = new ProjectId(newTodoId().value());
    private final InMemoryTodos stored = new InMemoryTodos();
    private final Projects projects = mock();
    private final TodoViews views = mock();
    private final ProjectAccess access = new ProjectAccess(projects);
    private final TodoService todos = new TodoService(stored, access, views, IdSource.timeOrdered(), () -> LATER);
    private final TodoBulkService bulk = new TodoBulkService(stored, access, () -> LATER);

    @BeforeEach
    void members() {
        join(owner, ProjectRole.OWNER);
        join(editor, ProjectRole.EDITOR);
        join(viewer, ProjectRole.VIEWER);
        given(projects.roleOf(stranger.userId(), project)).willReturn(Optional.empty());
        given(projects.lockRole(stranger.userId(), project)).willReturn(Optional.empty());
    }

    @Test
    void changesATodoOfItsOwner() {
        var id = add(owner, null);
        assertThat(todos.edit(owner, id, 0, retitled("Other")).content().title())
                .isEqualTo("Other");
        assertThat(todos.edit(owner, id, 1, retitled("Other")).version()).isEqualTo(1);
        assertThat(todos.complete(owner, id, 1).progress().status()).isEqualTo(TodoStatus.DONE);
        assertThat(todos.reopen(owner, id, 2).progress().status()).isEqualTo(TodoStatus.OPEN);
        todos.delete(owner, id, 3);
        assertRefused(PlannerProblem.TODO_NOT_FOUND, () -> todos.delete(owner, id, 4));
    }

    @Test
    void refusesAStaleVersion() {
        var id = add(owner, null);
        assertRefused(KernelProblem.STALE_VERSION, () -> todos.edit(owner, id, 1, retitled("Other")));
        assertRefused(KernelProblem.STALE_VERSION, () -> todos.complete(owner, id, 1));
        assertRefused(KernelProblem.STALE_VERSION, () -> todos.delete(owner, id, 1));
    }

    @Test
    void findsNoTodoOfAnotherPerson() {
        var id = add(owner, project);
        var version = List.of(new TodoVersion(id, 0));
        assertRefused(PlannerProblem.TODO_NOT_FOUND, () -> todos.edit(stranger, id, 0, retitled("Mine")));
        assertRefused(PlannerProblem.TODO_NOT_FOUND, () -> todos.complete(stranger, id, 0));
        assertRefused(PlannerProblem.TODO_NOT_FOUND, () -> todos.delete(stranger, id, 0));
        assertRefused(PlannerProblem.TODO_NOT_FOUND, () -> todos.restore(stranger, id));
        assertRefused(PlannerProblem.PROJECT_NOT_FOUND, () -> add(stranger, project));
        assertRefused(PlannerProblem.TODOS_CHANGED, () -> bulk.complete(stranger, version));
        assertRefused(PlannerProblem.TODOS_CHANGED, () -> bulk.delete(stranger, version));
        assertRefused(PlannerProblem.TODOS_CHANGED, () -> bulk.move(stranger, version, null));
        assertRefused(PlannerProblem.TODOS_CHANGED, () -> bulk.reorder(stranger, List.of(id)));
    }

    @Test
    void letsEditorsOfItsProjectChangeATodo() {
        var id = add(owner, project);
        assertThat(todos.edit(editor, id, 0, retitled("Edited")).ownerId()).isEqualTo(owner.userId());
        assertThat(todos.complete(editor, id, 1).version()).isEqualTo(2);
        assertThat(todos.reopen(editor, id, 2).version()).isEqualTo(3);
        todos.delete(editor, id, 3);
        assertRefused(PlannerProblem.TODO_NOT_FOUND, () -> todos.restore(editor, id));
        assertThat(stored.restore(owner.userId(), id, LATER)).isTrue();
    }

    @Test
    void letsViewersOfItsProjectOnlyReadATodo() {
        var id = add(owner, project);
        assertRefused(PlannerProblem.PROJECT_FORBIDDEN, () -> todos.edit(viewer, id, 0, retitled("Edited")));
        assertRefused(PlannerProblem.PROJECT_FORBIDDEN, () -> todos.complete(viewer, id, 0));
        assertRefused(PlannerProblem.PROJECT_FORBIDDEN, () -> todos.reopen(viewer, id, 0));
        assertRefused(PlannerProblem.PROJECT_FORBIDDEN, () -> todos.delete(viewer, id, 0));
        assertRefused(PlannerProblem.PROJECT_FORBIDDEN, () -> add(viewer, project));
        var own = List.of(new TodoVersion(add(viewer, null), 0));
        assertRefused(PlannerProblem.PROJECT_FORBIDDEN, () -> bulk.move(viewer, own, project));
    }

    @Test
    void tellsAStrangerThatThereIsNoProject() {
        given(views.ofProject(any(), eq(project), any(), any(), anyInt())).willReturn(List.of());
        assertThat(todos.ofProject(viewer, project, TodoStatus.OPEN, PageRequest.first())
                        .items())
                .isEmpty();
        assertRefused(
                PlannerProblem.PROJECT_NOT_FOUND,
                () -> todos.ofProject(stranger, project, TodoStatus.OPEN, PageRequest.first()));
    }

    @Test
    void changesAllTodosOrRefuses() {
        var first = add(owner, null);
        var second = todos.create(
                        owner,
                        null,
                        TodoContent.of("Repeat", null, null, Due.of(JANUARY_31, null, null, "FREQ=MONTHLY")))
                .id();
        var versions = List.of(new TodoVersion(first, 0), new TodoVersion(second, 0));
        assertRefused(
                PlannerProblem.TODOS_CHANGED,
                () -> bulk.complete(owner, List.of(new TodoVersion(first, 0), new TodoVersion(second, 7))));
        bulk.complete(owner, versions);
        assertThat(stored.find(owner.userId(), first)
                        .orElseThrow()
                        .todo()
                        .progress()
                        .status())
                .isEqualTo(TodoStatus.DONE);
        assertThat(stored.find(owner.userId(), second)
                        .orElseThrow()
                        .todo()
                        .progress()
                        .status())
                .isEqualTo(TodoStatus.OPEN);
        assertRefused(
                PlannerProblem.ILLEGAL_TRANSITION, () -> bulk.complete(owner, List.of(new TodoVersion(first, 1))));
        bulk.reorder(owner, List.of(second, first));
        assertThat(stored.inOrder(owner.userId())).containsExactly(second, first);
        bulk.move(owner, List.of(new TodoVersion(first, 1)), project);
        assertThat(stored.find(viewer.userId(), first)).isPresent();
        bulk.delete(owner, List.of(new TodoVersion(first, 2), new TodoVersion(second, 1)));
        assertThat(stored.inOrder(owner.userId())).isEmpty();
    }

    @Test
    void refusesNoneTooManyAndRepeatedTodos() {
        var version = new TodoVersion(add(owner, null), 0);
        for (var wrong : List.of(
                List.<TodoVersion>of(),
                List.of(version, version),
                Collections.nCopies(Todos.MAX_AT_ONCE + 1, version))) {
            assertRefused(KernelProblem.INVALID_REQUEST, () -> bulk.complete(owner, wrong));
            assertRefused(KernelProblem.INVALID_REQUEST, () -> bulk.delete(owner, wrong));
            assertRefused(KernelProblem.INVALID_REQUEST, () -> bulk.move(owner, wrong, null));
            assertRefused(
                    KernelProblem.INVALID_REQUEST,
                    () -> bulk.reorder(
                            owner, wrong.stream().map(TodoVersion::id).toList()));
        }
    }

    private TodoId add(Actor actor, @Nullable ProjectId to) {
        return todos.create(actor, to, TodoContent.of("Todo", null, null, null)).id();
    }

    private void join(Actor actor, ProjectRole role) {
        stored.join(project, actor.userId(), role);
        given(projects.roleOf(actor.userId(), project)).willReturn(Optional.of(role));
        given(projects.lockRole(actor.userId(), project)).willReturn(Optional.of(role));
    }

    private static Actor person() {
        return new Actor(user(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
    }
}
