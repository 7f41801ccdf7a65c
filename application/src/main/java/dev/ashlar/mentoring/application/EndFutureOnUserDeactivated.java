// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/**
 * Ends the future slots of a deactivated user and gives their tokens back. A late event changes nothing for a user who is active
 * again.
 */
@Component
class EndFutureOnUserDeactivated {
    private final SlotHousekeeping housekeeping;

    EndFutureOnUserDeactivated(SlotHousekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    /** Each batch is a separate transaction, so that a retry continues after the last one that succeeded. */
    @AfterCommit("mentoring.end-future")
    void on(UserDeactivated event) {
        int ended;
        do {
            ended = housekeeping.endFutureOf(event.userId());
        } while (ended > 0);
    }
}
