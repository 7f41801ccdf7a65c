// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

class InMemoryCalendarFeedsTest extends CalendarFeedsContract {
    private final InMemoryCalendarFeeds feeds = new InMemoryCalendarFeeds();

    @Override
    protected CalendarFeeds feeds() {
        return feeds;
    }
}
