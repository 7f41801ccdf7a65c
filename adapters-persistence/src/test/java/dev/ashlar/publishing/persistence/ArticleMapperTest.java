// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.Articles;
import dev.ashlar.publishing.domain.ArticlesContract;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper ArticleMapper.delete soft deletion", test = "hidesDeletedArticles")
@Kills(mutant = "mapper ArticleMapper.delete version", test = "hidesDeletedArticles")
@Kills(mutant = "mapper ArticleMapper.edit soft deletion", test = "hidesDeletedArticles")
@Kills(mutant = "mapper ArticleMapper.move soft deletion", test = "hidesDeletedArticles")
class ArticleMapperTest extends ArticlesContract {
    @Autowired
    private ArticleMapper articles;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected Articles articles() {
        return articles;
    }

    @Test
    void writesEachColumn() {
        var article = stored(draft("Columns", user(), "b", "a").published(NOW));
        assertThat(row(article.id()))
                .containsEntry("slug", "columns")
                .containsEntry("title", "Columns")
                .containsEntry("description", "About Columns")
                .containsEntry("body", "The text of Columns")
                .containsEntry("first_tags", "ba")
                .containsEntry("author_id", article.filing().authorId().value())
                .containsEntry("editor_id", null)
                .containsEntry("category_id", null)
                .containsEntry("status", "published")
                .containsEntry("published_at", Timestamp.from(NOW))
                .containsEntry("listed_at", Timestamp.from(NOW))
                .containsEntry("view_count", 0L)
                .containsEntry("created_at", Timestamp.from(NOW))
                .containsEntry("updated_at", Timestamp.from(NOW))
                .containsEntry("deleted_at", null)
                .containsEntry("version", 0)
                .hasSize(18);
    }

    @Test
    void keepsTheTimeOfDeletionUntilTheRestoration() {
        var article = stored(draft("Times"));
        articles.delete(article.id(), 0, LATER);
        assertThat(row(article.id())).containsEntry("deleted_at", Timestamp.from(LATER));
        articles.restore(article.id(), article.spareSlug(), LATER);
        assertThat(row(article.id())).containsEntry("deleted_at", null);
    }

    @Test
    void addsViewsToLiveArticlesWithoutChangingTheirVersion() {
        var read = stored(draft("Read"));
        var deleted = stored(draft("Gone"));
        articles.delete(deleted.id(), 0, LATER);
        articles.addViews(List.of(read.id(), deleted.id()), List.of(3L, 4L));
        articles.addViews(List.of(read.id()), List.of(2L));
        assertThat(row(read.id()))
                .containsEntry("view_count", 5L)
                .containsEntry("version", 0)
                .containsEntry("updated_at", Timestamp.from(NOW));
        assertThat(row(deleted.id())).containsEntry("view_count", 0L);
    }

    private Map<String, @Nullable Object> row(ArticleId id) {
        return jdbc.sql("SELECT p.*, p.tags[1] || p.tags[2] AS first_tags FROM publishing.posts p WHERE id = ?")
                .param(id.value())
                .query()
                .singleRow();
    }
}
