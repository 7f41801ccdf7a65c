// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Erases the planner of a user who has deleted the account. */
@Component
class ErasePlannerOnUserDeleted {
    private final PlannerErasure erasure;

    ErasePlannerOnUserDeleted(PlannerErasure erasure) {
        this.erasure = erasure;
    }

    @AfterCommit("planner.erase-person")
    void on(UserDeleted event) {
        erasure.erase(event.userId());
    }
}
