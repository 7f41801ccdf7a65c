// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.TodoStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of todos. */
public interface TodoViews {
    /** Finds a todo of this person, or of a project of which the person is a member. */
    Optional<TodoView> todo(UserId person, TodoId id);

    /** Returns an owner's todos in their places, that follow the given one. */
    List<PlacedTodo> byPlace(UserId owner, TodoFilter filter, @Nullable UUID after, int limit);

    /** Returns an owner's todos by due date, that follow the given ones. */
    List<TodoView> byDue(UserId owner, TodoFilter filter, @Nullable DuePlace after, int limit);

    /** Returns the todos of a project in their places, that follow the given one; none to a person who is no member. */
    List<PlacedTodo> ofProject(UserId person, ProjectId project, TodoStatus status, @Nullable UUID after, int limit);

    /** Returns all live todos of an owner, of any status, in their places. */
    List<PlacedTodo> all(UserId owner, @Nullable UUID after, int limit);

    /** Place in a list by due date. */
    record DuePlace(LocalDate dueOn, UUID id) {}
}
