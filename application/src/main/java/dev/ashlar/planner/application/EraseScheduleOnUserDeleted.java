package dev.ashlar.planner.application;

import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Erases the schedule of a person who has deleted the account. */
@Component
class EraseScheduleOnUserDeleted {
    private final ScheduleHousekeeping housekeeping;

    EraseScheduleOnUserDeleted(ScheduleHousekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @AfterCommit("planner.erase-schedule")
    void on(UserDeleted event) {
        housekeeping.erase(event.userId());
    }
}
