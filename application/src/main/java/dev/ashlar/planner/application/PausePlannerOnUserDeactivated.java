// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Ends automation jobs and calendar feeds of a deactivated user. */
@Component
class PausePlannerOnUserDeactivated {
    private final PlannerDeactivation deactivation;

    PausePlannerOnUserDeactivated(PlannerDeactivation deactivation) {
        this.deactivation = deactivation;
    }

    @AfterCommit("planner.pause-person")
    void on(UserDeactivated event) {
        deactivation.deactivate(event.userId());
    }
}
