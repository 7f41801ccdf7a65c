// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.TodoStatus.LIFECYCLE;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Thing to do.
 *
 * @param projectId project whose members see it; null if only the owner does
 * @param version incremented by every change
 */
public record Todo(
        TodoId id,
        UserId ownerId,
        @Nullable ProjectId projectId,
        TodoContent content,
        TodoProgress progress,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    /** Returns a new open todo. */
    public static Todo of(TodoId id, UserId owner, @Nullable ProjectId project, TodoContent content, Instant now) {
        return new Todo(id, owner, project, content, TodoProgress.START, now, now, 0);
    }

    /** Returns the todo after an edit, the same todo if the edit changes nothing. */
    public Todo with(TodoEdit edit, Instant now) {
        var edited = content.with(edit);
        return edited.equals(content) ? this : next(edited, progress, now);
    }

    /** Returns the todo completed: due on the next date if it repeats, and done otherwise. */
    public Todo completed(Instant now) {
        require(TodoStatus.DONE);
        var due = content.due();
        if (due == null) {
            return next(content, TodoProgress.doneAt(now), now);
        }
        return due.next()
                .map(following -> next(content.due(following), progress, now))
                .orElseGet(() -> next(content.due(due.completed()), TodoProgress.doneAt(now), now));
    }

    /** Returns the todo open again, and due as before its last completion. */
    public Todo reopened(Instant now) {
        require(TodoStatus.OPEN);
        var due = content.due();
        return next(content.due(due == null ? null : due.reopened()), TodoProgress.START, now);
    }

    private void require(TodoStatus to) {
        LIFECYCLE.require(progress.status(), to, PlannerProblem.ILLEGAL_TRANSITION, "Todo " + id.value());
    }

    private Todo next(TodoContent newContent, TodoProgress newProgress, Instant now) {
        return new Todo(id, ownerId, projectId, newContent, newProgress, createdAt, now, version);
    }
}
