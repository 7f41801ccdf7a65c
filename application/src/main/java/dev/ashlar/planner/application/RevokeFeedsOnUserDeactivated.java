package dev.ashlar.planner.application;

import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Ends the calendar feeds of a deactivated user, which no login protects. */
@Component
class RevokeFeedsOnUserDeactivated {
    private final RelationErasure erasure;

    RevokeFeedsOnUserDeactivated(RelationErasure erasure) {
        this.erasure = erasure;
    }

    @AfterCommit("planner.revoke-feeds")
    void on(UserDeactivated event) {
        erasure.revokeFeedsOfDeactivated(event.userId());
    }
}
