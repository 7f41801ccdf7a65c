// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.time.Instant;

/** Favorite articles of readers. Both operations are idempotent. */
public interface Favorites {
    void add(UserId reader, ArticleId article, Instant now);

    void remove(UserId reader, ArticleId article);
}
