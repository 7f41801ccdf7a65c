// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** {@link Favorites} without a database. */
public final class InMemoryFavorites implements Favorites {
    private final Map<ArticleId, Set<UserId>> fans = new HashMap<>();

    @Override
    public void add(UserId reader, ArticleId article, Instant now) {
        fansOf(article).add(reader);
    }

    @Override
    public void remove(UserId reader, ArticleId article) {
        fansOf(article).remove(reader);
    }

    Set<UserId> fansOf(ArticleId article) {
        return fans.computeIfAbsent(article, any -> new HashSet<>());
    }
}
