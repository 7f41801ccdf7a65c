// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.domain;

import dev.ashlar.bookmarks.BookmarkId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;

/**
 * A link that a person keeps.
 *
 * @param version number of changes
 */
public record Bookmark(BookmarkId id, UserId userId, Link link, Instant createdAt, Instant updatedAt, int version) {
    /** Returns a new bookmark, or refuses a link that expires in the past. */
    public static Bookmark of(BookmarkId id, UserId userId, Link link, Instant now) {
        requireFuture(link, now);
        return new Bookmark(id, userId, link, now, now, 0);
    }

    /** Returns the bookmark with another link. */
    public Bookmark edited(Link edited, Instant now) {
        requireFuture(edited, now);
        return new Bookmark(id, userId, edited, createdAt, now, version);
    }

    private static void requireFuture(Link link, Instant now) {
        var until = link.expiresAt();
        if (until != null && !until.isAfter(now)) {
            throw BookmarksProblem.TIME_IN_PAST
                    .because("The bookmark would expire at " + until + ". Choose a later time.")
                    .at("/expiresAt", "must be in the future");
        }
    }
}
