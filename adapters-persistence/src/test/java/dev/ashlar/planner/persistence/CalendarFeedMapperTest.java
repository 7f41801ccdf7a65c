// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static dev.ashlar.planner.domain.Relations.feed;
import static dev.ashlar.planner.domain.Relations.hash;
import static dev.ashlar.planner.domain.Relations.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.planner.application.CalendarFeedView;
import dev.ashlar.planner.application.CalendarFeedViews;
import dev.ashlar.planner.domain.CalendarFeeds;
import dev.ashlar.planner.domain.CalendarFeedsContract;
import dev.ashlar.planner.domain.CalendarScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class CalendarFeedMapperTest extends CalendarFeedsContract {
    @Autowired
    private CalendarFeedMapper feeds;

    @Autowired
    private CalendarFeedViews views;

    @Override
    protected CalendarFeeds feeds() {
        return feeds;
    }

    @Test
    void listsTheFeedsOfAPersonFromTheKeyOn() {
        var owner = user();
        var first = feed(owner, CalendarScope.ALL);
        var second = feed(owner, CalendarScope.MEETINGS);
        feeds.insert(first, hash(1));
        feeds.insert(second, hash(2));
        feeds.insert(feed(user(), CalendarScope.ALL), hash(3));

        assertThat(views.feeds(owner, null, 5))
                .extracting(CalendarFeedView::id)
                .containsExactly(first.id(), second.id());
        assertThat(views.feeds(owner, first.id().value(), 5))
                .extracting(CalendarFeedView::scope)
                .containsExactly(CalendarScope.MEETINGS);
    }

    @Test
    void hasEachSecretOnce() {
        feeds.insert(feed(user(), CalendarScope.ALL), hash(1));
        assertThatThrownBy(() -> feeds.insert(feed(user(), CalendarScope.ALL), hash(1)))
                .hasMessageContaining("uq_calendar_feeds_secret_hash");
    }
}
