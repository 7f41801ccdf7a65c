// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.domain;

import dev.ashlar.bookmarks.BookmarkId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Bookmarks} without a database. */
public final class InMemoryBookmarks implements Bookmarks {
    private final Map<BookmarkId, Bookmark> bookmarks = new HashMap<>();

    @Override
    public void insert(Bookmark bookmark) {
        bookmarks.put(bookmark.id(), bookmark);
    }

    @Override
    public Optional<Bookmark> find(UserId userId, BookmarkId id) {
        return Optional.ofNullable(bookmarks.get(id))
                .filter(bookmark -> bookmark.userId().equals(userId));
    }

    @Override
    public boolean update(Bookmark edited, int expectedVersion) {
        boolean current = hasVersion(edited.userId(), edited.id(), expectedVersion);
        if (current) {
            insert(new Bookmark(
                    edited.id(),
                    edited.userId(),
                    edited.link(),
                    edited.createdAt(),
                    edited.updatedAt(),
                    expectedVersion + 1));
        }
        return current;
    }

    @Override
    public boolean remove(UserId userId, BookmarkId id, int expectedVersion) {
        return hasVersion(userId, id, expectedVersion) && bookmarks.remove(id) != null;
    }

    @Override
    public int removeAll(UserId userId) {
        int before = bookmarks.size();
        bookmarks.values().removeIf(bookmark -> bookmark.userId().equals(userId));
        return before - bookmarks.size();
    }

    @Override
    public int removeExpired(Instant now, int limit) {
        var expired = bookmarks.values().stream()
                .filter(bookmark -> until(bookmark).compareTo(now) <= 0)
                .sorted(Comparator.comparing(InMemoryBookmarks::until))
                .limit(limit)
                .toList();
        expired.forEach(bookmark -> bookmarks.remove(bookmark.id()));
        return expired.size();
    }

    private boolean hasVersion(UserId userId, BookmarkId id, int version) {
        return find(userId, id).filter(stored -> stored.version() == version).isPresent();
    }

    private static Instant until(Bookmark bookmark) {
        var until = bookmark.link().expiresAt();
        return until == null ? Instant.MAX : until;
    }
}
