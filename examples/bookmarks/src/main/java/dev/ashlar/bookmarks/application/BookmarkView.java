// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.application;

import dev.ashlar.bookmarks.BookmarkId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A bookmark as its owner sees it.
 *
 * @param expiresAt time at which it is removed; null keeps it
 * @param version version for {@code If-Match}
 */
public record BookmarkView(
        BookmarkId id, String url, String title, @Nullable Instant expiresAt, Instant createdAt, int version) {}
