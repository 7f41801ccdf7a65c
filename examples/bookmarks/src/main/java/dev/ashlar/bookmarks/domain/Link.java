// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bookmarks.domain;

import dev.ashlar.kernel.Fields;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of a bookmark that its owner edits.
 *
 * @param url address, http or https
 * @param title text that the owner sees
 * @param expiresAt time at which the bookmark is removed; null keeps it
 */
public record Link(String url, String title, @Nullable Instant expiresAt) {
    public static final int MAX_URL = 2000;
    public static final int MAX_TITLE = 200;

    public Link {
        url = Fields.httpUrl("/url", url, MAX_URL);
        title = Fields.text("/title", title, MAX_TITLE);
    }
}
