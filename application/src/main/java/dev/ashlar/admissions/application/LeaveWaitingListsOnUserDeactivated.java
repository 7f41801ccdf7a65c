package dev.ashlar.admissions.application;

import dev.ashlar.admissions.domain.Applications;
import dev.ashlar.identity.UserDeactivated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes a deactivated user off all waiting lists in the transaction of the deactivation, so that no seat is offered to them. */
@Component
class LeaveWaitingListsOnUserDeactivated {
    private final Applications applications;

    LeaveWaitingListsOnUserDeactivated(Applications applications) {
        this.applications = applications;
    }

    @EventListener
    void on(UserDeactivated event) {
        applications.leaveWaitingLists(event.userId(), event.at());
    }
}
