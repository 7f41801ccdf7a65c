// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.planner.domain.TodoStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on todos, all of which must hold; null means any.
 *
 * @param dueFrom first due date
 * @param dueTo last due date
 */
public record TodoFilter(
        TodoStatus status,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo) {}
