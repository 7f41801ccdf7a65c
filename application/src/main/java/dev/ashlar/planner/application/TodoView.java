// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.UserId;
import dev.ashlar.planner.domain.ProjectId;
import dev.ashlar.planner.domain.Todo;
import dev.ashlar.planner.domain.TodoContent;
import dev.ashlar.planner.domain.TodoId;
import dev.ashlar.planner.domain.TodoProgress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Todo as its owner and the members of its project see it.
 *
 * @param projectId project whose members see it; null if only the owner does
 * @param version version for {@code If-Match}
 */
public record TodoView(
        TodoId id,
        UserId ownerId,
        @Nullable ProjectId projectId,
        @Flat TodoContent content,
        @Flat TodoProgress progress,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    /** Returns the view of a todo once it is stored with this version, which saves reading it back. */
    static TodoView of(Todo todo, int version) {
        return new TodoView(
                todo.id(),
                todo.ownerId(),
                todo.projectId(),
                todo.content(),
                todo.progress(),
                todo.createdAt(),
                todo.updatedAt(),
                version);
    }
}
