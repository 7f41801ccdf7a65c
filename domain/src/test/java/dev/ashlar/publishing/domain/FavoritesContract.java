// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contract of {@link Favorites}. */
public abstract class FavoritesContract {
    protected abstract Favorites favorites();

    /** Returns a stored article. */
    protected abstract ArticleId storedArticle();

    /** Returns the readers who have the article as a favorite. */
    protected abstract Set<UserId> fansOf(ArticleId article);

    @Test
    void addsAFavoriteOnce() {
        var article = storedArticle();
        var reader = user();
        favorites().add(reader, article, NOW);
        favorites().add(reader, article, LATER);
        assertThat(fansOf(article)).containsExactly(reader);
    }

    @Test
    void removesTheFavoriteOfOneReaderAndOneArticle() {
        var article = storedArticle();
        var other = storedArticle();
        var reader = user();
        var fan = user();
        favorites().add(reader, article, NOW);
        favorites().add(reader, other, NOW);
        favorites().add(fan, article, NOW);
        favorites().remove(reader, article);
        favorites().remove(reader, article);
        assertThat(fansOf(article)).containsExactly(fan);
        assertThat(fansOf(other)).containsExactly(reader);
    }
}
