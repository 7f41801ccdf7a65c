// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.draft;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.Favorites;
import dev.ashlar.publishing.domain.FavoritesContract;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper FavoriteMapper.remove owner", test = "removesTheFavoriteOfOneReaderAndOneArticle")
class FavoriteMapperTest extends FavoritesContract {
    @Autowired
    private FavoriteMapper favorites;

    @Autowired
    private ArticleMapper articles;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected Favorites favorites() {
        return favorites;
    }

    @Override
    protected ArticleId storedArticle() {
        var article = draft("Liked");
        articles.insert(article, article.spareSlug());
        return article.id();
    }

    @Override
    protected Set<UserId> fansOf(ArticleId article) {
        return jdbc.sql("SELECT user_id FROM publishing.favorites WHERE post_id = ?")
                .param(article.value())
                .query((row, number) -> new UserId(row.getObject(1, UUID.class)))
                .set();
    }
}
