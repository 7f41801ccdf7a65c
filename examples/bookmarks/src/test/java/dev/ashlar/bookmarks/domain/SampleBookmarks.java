// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.domain;

import dev.ashlar.bookmarks.BookmarkId;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Bookmarks for tests. */
public final class SampleBookmarks {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Instant LATER = NOW.plus(Duration.ofHours(1));

    private static final IdSource IDS = IdSource.timeOrdered();

    private SampleBookmarks() {}

    public static UserId owner() {
        return new UserId(IDS.next());
    }

    public static Link link(String path) {
        return link(path, null);
    }

    public static Link link(String path, @Nullable Instant expiresAt) {
        return new Link("https://example.com/" + path, "Page " + path, expiresAt);
    }

    public static Bookmark bookmark(UserId owner, Link link) {
        return Bookmark.of(new BookmarkId(IDS.next()), owner, link, NOW);
    }
}
