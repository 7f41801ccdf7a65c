package dev.ashlar.planner.application;

import dev.ashlar.identity.UserDeactivated;
import dev.ashlar.kernel.application.AfterCommit;
import org.springframework.stereotype.Component;

/** Ends the calendar feeds of a deactivated user, which no login protects. */
@Component
class RevokeFeedsOnUserDeactivated {
    private final CalendarFeedService feeds;

    RevokeFeedsOnUserDeactivated(CalendarFeedService feeds) {
        this.feeds = feeds;
    }

    @AfterCommit("planner.revoke-feeds")
    void on(UserDeactivated event) {
        feeds.revokeOfDeactivated(event.userId());
    }
}
