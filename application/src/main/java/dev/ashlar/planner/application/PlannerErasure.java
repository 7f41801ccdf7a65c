// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.Workflow;

/** Erasure of the planners of people, in as many transactions as it takes. */
@Workflow
public class PlannerErasure {
    private final PlannerErasureService steps;

    PlannerErasure(PlannerErasureService steps) {
        this.steps = steps;
    }

    /** Removes everything of a person for good, the trash and memberships in projects of others included. May be repeated. */
    public void erase(UserId person) {
        int erased;
        do {
            erased = steps.eraseSome(person);
        } while (erased > 0);
        steps.eraseRest(person);
    }
}
