// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.PersonalData;
import org.springframework.stereotype.Component;

/** Calendar feeds of a person, without their secrets. */
@Component
class ExportedCalendarFeeds implements PersonalData {
    private final CalendarFeedService feeds;

    ExportedCalendarFeeds(CalendarFeedService feeds) {
        this.feeds = feeds;
    }

    @Override
    public String name() {
        return "calendarFeeds";
    }

    @Override
    public Page<CalendarFeedView> page(Actor owner, PageRequest request) {
        return feeds.list(owner, request);
    }
}
