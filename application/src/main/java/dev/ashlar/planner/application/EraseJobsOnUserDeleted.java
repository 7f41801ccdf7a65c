package dev.ashlar.planner.application;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Erases the automation jobs and runs of a user who has deleted the account. */
@Component
class EraseJobsOnUserDeleted {
    private final AutomationOwners owners;

    EraseJobsOnUserDeleted(AutomationOwners owners) {
        this.owners = owners;
    }

    @AfterCommit("planner.erase-jobs")
    void on(UserDeleted event) {
        owners.eraseAll(event.userId());
    }
}
