package dev.ashlar.mentoring.application;

import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/**
 * Nobody waits for a person whose account is off: what they have ahead of them ends, and its tokens come back. An event that
 * comes late finds those who are back, and ends nothing of theirs.
 */
@Component
class EndFutureOnUserDeactivated {
    private final SlotHousekeeping housekeeping;

    EndFutureOnUserDeactivated(SlotHousekeeping housekeeping) {
        this.housekeeping = housekeeping;
    }

    /** Each batch is a transaction of its own; when one fails, the next attempt goes on where this one stopped. */
    @AfterCommit("mentoring.end-future")
    void on(UserDeactivated event) {
        int ended;
        do {
            ended = housekeeping.endFutureOf(event.userId());
        } while (ended > 0);
    }
}
