package dev.ashlar.admissions.application;

import dev.ashlar.identity.UserDeactivated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes a deactivated user off all waiting lists in the transaction of the deactivation, so that no seat is offered to them. */
@Component
class LeaveWaitingListsOnUserDeactivated {
    private final SeatHousekeeping housekeeping;

    LeaveWaitingListsOnUserDeactivated(SeatHousekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @EventListener
    void on(UserDeactivated event) {
        housekeeping.leaveWaitingLists(event.userId(), event.at());
    }
}
