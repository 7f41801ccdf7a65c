// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.application;

import dev.ashlar.bookmarks.BookmarkId;
import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Read port of bookmarks. */
public interface BookmarkViews {
    /** Returns a person's bookmarks, oldest first, that follow the given key. */
    List<BookmarkView> bookmarks(UserId userId, @Nullable UUID after, int limit);

    Optional<BookmarkView> bookmark(UserId userId, BookmarkId id);
}
