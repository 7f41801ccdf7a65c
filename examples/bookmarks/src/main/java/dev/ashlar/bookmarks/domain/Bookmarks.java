// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.domain;

import dev.ashlar.bookmarks.BookmarkId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/** Bookmarks of all people. A person has one bookmark of an address, which a unique constraint guards. */
public interface Bookmarks {
    void insert(Bookmark bookmark);

    Optional<Bookmark> find(UserId userId, BookmarkId id);

    /** Stores an edited bookmark if it still has the version; returns false otherwise. */
    boolean update(Bookmark edited, int expectedVersion);

    /** Removes a bookmark if it still has the version; returns false otherwise. */
    boolean remove(UserId userId, BookmarkId id, int expectedVersion);

    /** Removes all bookmarks of a person, and returns their number. */
    int removeAll(UserId userId);

    /** Removes up to a number of bookmarks that have expired, and returns their number. */
    int removeExpired(Instant now, int limit);
}
