// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.Todo;
import dev.ashlar.planner.domain.TodoContent;
import dev.ashlar.planner.domain.TodoEdit;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.TodoStatus;
import dev.ashlar.planner.domain.Todos;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use cases of single todos. Members of its project see a todo besides its owner, and those who may edit change it; others do not
 * find it.
 */
@ApplicationService
public class TodoService {
    private static final String BY_PLACE = "planner.todos";
    private static final String BY_DUE = "planner.todos-by-due";
    private static final String OF_PROJECT = "planner.project-todos";

    /** Place of todos without a due date, as in {@code due_on}. */
    private static final LocalDate UNDATED = LocalDate.of(9999, 12, 31);

    private final Todos todos;
    private final ProjectAccess projects;
    private final TodoViews views;
    private final IdSource ids;
    private final InstantSource clock;

    TodoService(Todos todos, ProjectAccess projects, TodoViews views, IdSource ids, InstantSource clock) {
        this.todos = todos;
        this.projects = projects;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Lists the actor's todos. */
    public Page<TodoView> list(Actor actor, TodoFilter filter, TodoOrder order, PageRequest page) {
        return order == TodoOrder.DUE ? byDue(actor, filter, page) : byPlace(actor, filter, page);
    }

    /** Lists the todos of a project to its members. */
    public Page<TodoView> ofProject(Actor actor, ProjectId project, TodoStatus status, PageRequest page) {
        var rows = views.ofProject(actor.userId(), project, status, page.afterUuid(OF_PROJECT), page.rowsToRead());
        if (rows.isEmpty()) {
            projects.requireMember(actor, project);
        }
        return PlacedTodo.page(rows, page, OF_PROJECT);
    }

    public TodoView get(Actor actor, TodoId id) {
        return views.todo(actor.userId(), id).orElseThrow(() -> TodoRefusals.notFound(id));
    }

    /** Adds a todo of the actor, to a project if there is one. */
    @Transactional
    public TodoView create(Actor actor, @Nullable ProjectId project, TodoContent content) {
        projects.requireEditor(actor, project);
        var todo = Todo.of(new TodoId(ids.next()), actor.userId(), project, content, clock.instant());
        todos.insert(todo);
        return TodoView.of(todo, todo.version());
    }

    /** Edits a todo if its version is the given one. An edit that changes nothing keeps version and time. */
    @Transactional
    public TodoView edit(Actor actor, TodoId id, int version, TodoEdit edit) {
        return change(actor, id, version, todo -> todo.with(edit, clock.instant()));
    }

    /** Completes a todo; one that repeats is then due on the next date. */
    @Transactional
    public TodoView complete(Actor actor, TodoId id, int version) {
        return change(actor, id, version, todo -> todo.completed(clock.instant()));
    }

    /** Opens a todo again that is done. */
    @Transactional
    public TodoView reopen(Actor actor, TodoId id, int version) {
        return change(actor, id, version, todo -> todo.reopened(clock.instant()));
    }

    /** Puts a todo into the trash of its owner. */
    @Transactional
    public void delete(Actor actor, TodoId id, int version) {
        var todo = find(actor, id);
        if (!todos.delete(todo.ownerId(), id, version, clock.instant())) {
            throw KernelProblem.stale("Todo " + id.value(), version);
        }
    }

    /** Takes a todo out of the actor's trash. */
    @Transactional
    public TodoView restore(Actor actor, TodoId id) {
        if (!todos.restore(actor.userId(), id, clock.instant())) {
            throw TodoRefusals.notInTrash(id);
        }
        return get(actor, id);
    }

    private TodoView change(Actor actor, TodoId id, int version, UnaryOperator<Todo> change) {
        var before = find(actor, id);
        if (before.version() != version) {
            throw KernelProblem.stale("Todo " + id.value(), version);
        }
        var after = change.apply(before);
        if (after.equals(before)) {
            return TodoView.of(before, version);
        }
        if (!todos.update(after, version)) {
            throw KernelProblem.stale("Todo " + id.value(), version);
        }
        return TodoView.of(after, version + 1);
    }

    private Todo find(Actor actor, TodoId id) {
        var found = todos.find(actor.userId(), id).orElseThrow(() -> TodoRefusals.notFound(id));
        if (!found.mayBeEditedBy(actor.userId())) {
            throw TodoRefusals.readOnly(id);
        }
        return found.todo();
    }

    private Page<TodoView> byPlace(Actor actor, TodoFilter filter, PageRequest page) {
        var rows = views.byPlace(actor.userId(), filter, page.afterUuid(BY_PLACE), page.rowsToRead());
        return PlacedTodo.page(rows, page, BY_PLACE);
    }

    private Page<TodoView> byDue(Actor actor, TodoFilter filter, PageRequest page) {
        var place = page.afterPlace(BY_DUE);
        var after = place == null
                ? null
                : new TodoViews.DuePlace(LocalDate.ofInstant(place.at(), ZoneOffset.UTC), place.id());
        var rows = views.byDue(actor.userId(), filter, after, page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(BY_DUE, dueOn(row), row.id()));
    }

    private static Instant dueOn(TodoView todo) {
        var due = todo.content().due();
        return (due == null ? UNDATED : due.date()).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
