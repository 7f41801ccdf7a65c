// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.planner.domain.PlannerProblem;
import dev.ashlar.planner.domain.TodoId;

/** Refusals of use cases of todos. */
final class TodoRefusals {
    private TodoRefusals() {}

    static DomainException notFound(TodoId id) {
        return PlannerProblem.TODO_NOT_FOUND.because(
                "You have no todo " + id.value() + ". List your todos to find its id; it may be in the trash.");
    }

    static DomainException readOnly(TodoId id) {
        return PlannerProblem.PROJECT_FORBIDDEN.because("Todo " + id.value()
                + " is in a project that you may only read. Ask the owner of the project for the role of an editor.");
    }

    static DomainException notInTrash(TodoId id) {
        return PlannerProblem.TODO_NOT_FOUND.because(
                "Todo " + id.value() + " is not in your trash. List the trash to find its id.");
    }

    static DomainException changed(int wanted, int found) {
        return PlannerProblem.TODOS_CHANGED.because((wanted - found) + " of the " + wanted
                + " todos do not exist or have changed. Nothing was done. Read them again and repeat the request.");
    }
}
