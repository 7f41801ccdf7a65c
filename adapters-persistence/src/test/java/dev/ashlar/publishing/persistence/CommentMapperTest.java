// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.comment;
import static dev.ashlar.publishing.domain.Writings.draft;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.Comments;
import dev.ashlar.publishing.domain.CommentsContract;
import java.sql.Timestamp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper CommentMapper.delete soft deletion", test = "deletesACommentOnce")
@Kills(mutant = "mapper CommentMapper.move soft deletion", test = "deletesACommentOnce")
class CommentMapperTest extends CommentsContract {
    @Autowired
    private CommentMapper comments;

    @Autowired
    private ArticleMapper articles;

    @Autowired
    private JdbcClient jdbc;

    @Override
    protected Comments comments() {
        return comments;
    }

    @Override
    protected Article storedArticle() {
        var article = draft("Talk");
        articles.insert(article, article.spareSlug());
        return article;
    }

    @Test
    void writesEachColumn() {
        var comment = comment(storedArticle(), "Well said");
        long number = comments.insert(comment);
        comments.delete(comment.id(), LATER);
        assertThat(jdbc.sql("SELECT * FROM publishing.comments WHERE id = ?")
                        .param(comment.id().value())
                        .query()
                        .singleRow())
                .containsEntry("number", number)
                .containsEntry("post_id", comment.articleId().value())
                .containsEntry("author_id", comment.authorId().value())
                .containsEntry("body", "Well said")
                .containsEntry("status", "visible")
                .containsEntry("created_at", Timestamp.from(NOW))
                .containsEntry("updated_at", Timestamp.from(LATER))
                .containsEntry("deleted_at", Timestamp.from(LATER))
                .hasSize(9);
    }

    @Test
    void removesCommentsWithTheirArticle() {
        var article = storedArticle();
        comments.insert(comment(article, "Soon gone"));
        articles.delete(article.id(), 0, NOW);
        assertThat(articles.purge(LATER, 10)).isEqualTo(1);
        assertThat(jdbc.sql("SELECT count(*) FROM publishing.comments WHERE post_id = ?")
                        .param(article.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
