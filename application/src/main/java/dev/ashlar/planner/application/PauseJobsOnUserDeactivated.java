package dev.ashlar.planner.application;

import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Pauses the automation jobs of a deactivated user. A late event changes nothing for a user who is active again. */
@Component
class PauseJobsOnUserDeactivated {
    private final AutomationOwners owners;

    PauseJobsOnUserDeactivated(AutomationOwners owners) {
        this.owners = owners;
    }

    @AfterCommit("planner.pause-jobs")
    void on(UserDeactivated event) {
        owners.pauseAll(event.userId());
    }
}
