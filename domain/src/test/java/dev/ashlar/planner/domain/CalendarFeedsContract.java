// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import static dev.ashlar.planner.domain.Relations.LATER;
import static dev.ashlar.planner.domain.Relations.feed;
import static dev.ashlar.planner.domain.Relations.hash;
import static dev.ashlar.planner.domain.Relations.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import org.junit.jupiter.api.Test;

/** Contract of {@link CalendarFeeds}. */
public abstract class CalendarFeedsContract {
    private final UserId owner = user();

    protected abstract CalendarFeeds feeds();

    @Test
    void findsAFeedByItsSecret() {
        var feed = feed(owner, CalendarScope.MEETINGS);
        feeds().insert(feed, hash(1));
        assertThat(feeds().findBySecret(hash(1)))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(feed);
        assertThat(feeds().findBySecret(hash(2))).isEmpty();
    }

    @Test
    void notesAReading() {
        var feed = feed(owner, CalendarScope.ALL);
        feeds().insert(feed, hash(1));
        feeds().noteReading(feed, LATER);
        assertThat(feeds().findBySecret(hash(1)))
                .hasValueSatisfying(found -> assertThat(found.lastReadAt()).isEqualTo(LATER));
    }

    @Test
    void keepsTheLaterOfTwoReadings() {
        var feed = feed(owner, CalendarScope.ALL);
        feeds().insert(feed, hash(1));
        feeds().noteReading(feed, LATER);
        feeds().noteReading(feed, LATER.minusSeconds(1));
        assertThat(feeds().findBySecret(hash(1)))
                .hasValueSatisfying(found -> assertThat(found.lastReadAt()).isEqualTo(LATER));
    }

    @Test
    void removesAFeedOfItsOwnerOnly() {
        var feed = feed(owner, CalendarScope.ALL);
        feeds().insert(feed, hash(1));
        assertThat(feeds().remove(user(), feed.id())).isFalse();
        assertThat(feeds().remove(owner, feed.id())).isTrue();
        assertThat(feeds().remove(owner, feed.id())).isFalse();
        assertThat(feeds().findBySecret(hash(1))).isEmpty();
        feeds().noteReading(feed, LATER);
        assertThat(feeds().findBySecret(hash(1))).isEmpty();
    }

    @Test
    void erasesTheFeedsOfOnePerson() {
        feeds().insert(feed(owner, CalendarScope.ALL), hash(1));
        feeds().insert(feed(owner, CalendarScope.ITEMS), hash(2));
        feeds().insert(feed(user(), CalendarScope.ALL), hash(3));
        assertThat(feeds().lockCount(owner)).isEqualTo(2);
        feeds().erase(owner);
        assertThat(feeds().lockCount(owner)).isZero();
        assertThat(feeds().findBySecret(hash(1))).isEmpty();
        assertThat(feeds().findBySecret(hash(2))).isEmpty();
        assertThat(feeds().findBySecret(hash(3))).isPresent();
    }
}
