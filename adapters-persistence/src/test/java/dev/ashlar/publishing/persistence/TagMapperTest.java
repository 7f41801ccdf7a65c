// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.ArticleStatus.ARCHIVED;
import static dev.ashlar.publishing.domain.ArticleStatus.DRAFT;
import static dev.ashlar.publishing.domain.ArticleStatus.PUBLISHED;
import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.newTagId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.Tags;
import dev.ashlar.publishing.domain.TagsContract;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
class TagMapperTest extends TagsContract {
    @Autowired
    private TagMapper tags;

    @Autowired
    private ArticleMapper articles;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected Tags tags() {
        return tags;
    }

    @Override
    protected ArticleId liveArticle() {
        var article = draft("Tagged");
        articles.insert(article, article.spareSlug());
        return article.id();
    }

    @Override
    protected ArticleId deletedArticle() {
        var article = liveArticle();
        articles.delete(article, 0, LATER);
        return article;
    }

    @Override
    protected Set<String> tagsOf(ArticleId article) {
        return jdbc.sql("""
                        SELECT t.name
                        FROM publishing.post_tags pt
                        JOIN publishing.tags t ON t.id = pt.tag_id
                        WHERE pt.post_id = ?""")
                .param(article.value())
                .query((row, number) -> row.getString(1))
                .set();
    }

    /** The foreign key keeps the copy of the place of an article; nothing in the application writes it after the first time. */
    @Test
    void followsThePlaceOfTheArticleThroughItsLifecycle() {
        var article = liveArticle();
        tags.create(List.of(newTagId()), List.of("moving"), NOW);
        tags.index(article, List.of("moving"));
        assertThat(listedAt(article)).isEqualTo("infinity");
        articles.move(article, List.of(DRAFT), PUBLISHED, NOW, NOW);
        var listed = listedAt(article);
        assertThat(listed).startsWith("2026-11-20 10:15:30");
        articles.delete(article, 1, LATER);
        assertThat(listedAt(article)).isEqualTo("infinity");
        articles.restore(article, "spare", LATER);
        assertThat(listedAt(article)).isEqualTo(listed);
        articles.move(article, List.of(PUBLISHED), ARCHIVED, null, LATER);
        assertThat(listedAt(article)).isEqualTo("infinity");
    }

    /** A trigger counts; nothing in the application writes the count. */
    @Test
    void countsTheArticlesThatReadersSee() {
        var article = liveArticle();
        tags.create(List.of(newTagId()), List.of("counted"), NOW);
        tags.index(article, List.of("counted"));
        assertThat(articleCount("counted")).isZero();
        articles.move(article, List.of(DRAFT), PUBLISHED, NOW, NOW);
        assertThat(articleCount("counted")).isOne();
        tags.index(article, List.of());
        assertThat(articleCount("counted")).isZero();
        tags.index(article, List.of("counted"));
        assertThat(articleCount("counted")).isOne();
        articles.delete(article, 1, LATER);
        assertThat(articleCount("counted")).isZero();
    }

    private int articleCount(String tag) {
        return jdbc.sql("SELECT article_count FROM publishing.tags WHERE name = ?")
                .param(tag)
                .query(Integer.class)
                .single();
    }

    private String listedAt(ArticleId article) {
        return jdbc.sql("SELECT listed_at::text FROM publishing.post_tags WHERE post_id = ?")
                .param(article.value())
                .query(String.class)
                .single();
    }
}
