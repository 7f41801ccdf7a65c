// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Todo that a person sees as its owner or as a member of its project.
 *
 * @param role role of the person in the project; null if the person is no member, or the project is in the trash
 */
public record SharedTodo(Todo todo, @Nullable ProjectRole role) {
    /** True if the person may edit, complete, reopen and delete the todo. */
    public boolean mayBeEditedBy(UserId person) {
        return todo.ownerId().equals(person) || (role != null && role.mayEdit());
    }
}
