// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.identity.UserDeactivated;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Withdraws the applications of a deactivated user that have no seat, in the transaction of the deactivation, so that no seat is
 * offered to the user.
 */
@Component
class WithdrawOnUserDeactivated {
    private final SeatHousekeeping housekeeping;

    WithdrawOnUserDeactivated(SeatHousekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    @EventListener
    void on(UserDeactivated event) {
        housekeeping.withdrawUnseated(event.userId(), event.at());
    }
}
