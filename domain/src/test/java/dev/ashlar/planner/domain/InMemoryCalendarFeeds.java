// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link CalendarFeeds} without a database. */
public final class InMemoryCalendarFeeds implements CalendarFeeds {
    private final Map<String, CalendarFeed> byHash = new HashMap<>();

    @Override
    public int lockCount(UserId owner) {
        return (int) byHash.values().stream()
                .filter(feed -> feed.ownerId().equals(owner))
                .count();
    }

    @Override
    public void insert(CalendarFeed feed, String secretHash) {
        byHash.put(secretHash, feed);
    }

    @Override
    public Optional<CalendarFeed> findBySecret(String secretHash) {
        return Optional.ofNullable(byHash.get(secretHash));
    }

    @Override
    public void noteReading(CalendarFeed feed, Instant now) {
        byHash.replaceAll((hash, stored) -> stored.id().equals(feed.id())
                        && (stored.lastReadAt() == null || stored.lastReadAt().isBefore(now))
                ? new CalendarFeed(
                        stored.id(), stored.ownerId(), stored.name(), stored.scope(), stored.createdAt(), now)
                : stored);
    }

    @Override
    public boolean remove(UserId owner, CalendarFeedId id) {
        return byHash.values()
                .removeIf(feed -> feed.id().equals(id) && feed.ownerId().equals(owner));
    }

    @Override
    public void erase(UserId person) {
        byHash.values().removeIf(feed -> feed.ownerId().equals(person));
    }
}
