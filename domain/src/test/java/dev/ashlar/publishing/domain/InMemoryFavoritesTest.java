// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.Writings.newArticleId;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.util.Set;

class InMemoryFavoritesTest extends FavoritesContract {
    private final InMemoryFavorites favorites = new InMemoryFavorites();

    @Override
    protected Favorites favorites() {
        return favorites;
    }

    @Override
    protected ArticleId storedArticle() {
        return newArticleId();
    }

    @Override
    protected Set<UserId> fansOf(ArticleId article) {
        return favorites.fansOf(article);
    }
}
