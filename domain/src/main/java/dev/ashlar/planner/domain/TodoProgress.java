// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Progress of a todo.
 *
 * @param doneAt time of completion; null while it is open
 */
public record TodoProgress(TodoStatus status, @Nullable Instant doneAt) {
    static final TodoProgress START = new TodoProgress(TodoStatus.LIFECYCLE.start(), null);

    static TodoProgress doneAt(Instant now) {
        return new TodoProgress(TodoStatus.DONE, now);
    }
}
