package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.comment;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.application.ExportedArticle;
import dev.ashlar.publishing.application.ExportedComment;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.Comment;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper WrittenViewMapper.articles soft deletion", test = "listsLiveArticlesOfTheAuthorInAnyStatus")
@Kills(mutant = "mapper WrittenViewMapper.comments soft deletion", test = "listsLiveCommentsOfTheAuthor")
class WrittenViewMapperTest {
    private final UserId ada = someone();

    @Autowired
    private WrittenViewMapper written;

    @Autowired
    private ArticleMapper articles;

    @Autowired
    private CommentMapper comments;

    @Test
    void listsLiveArticlesOfTheAuthorInAnyStatus() {
        var open = stored(draft("Open", ada, "java"));
        var published = stored(draft("Published", ada).published(NOW));
        var deleted = stored(draft("Deleted", ada));
        articles.delete(deleted.id(), 0, LATER);
        stored(draft("Other"));

        assertThat(written.articles(ada, null, 9)).containsExactly(view(published), view(open));
        assertThat(written.articles(ada, published.id().value(), 9)).containsExactly(view(open));
        assertThat(written.articles(ada, null, 1)).containsExactly(view(published));
    }

    @Test
    void listsLiveCommentsOfTheAuthor() {
        var article = stored(draft("Talk").published(NOW));
        var first = said(article, "First");
        var second = said(article, "Second");
        var deleted = said(article, "Deleted");
        comments.delete(deleted.id(), LATER);
        comments.insert(comment(article, "Of another reader"));

        assertThat(written.comments(ada, null, 9)).containsExactly(view(second), view(first));
        assertThat(written.comments(ada, second.id().value(), 9)).containsExactly(view(first));
    }

    private Article stored(Article article) {
        articles.insert(article, article.spareSlug());
        return article;
    }

    private Comment said(Article article, String body) {
        var comment = comment(article, body);
        var own = new Comment(
                comment.id(), article.id(), ada, body, comment.status(), comment.createdAt(), comment.updatedAt());
        comments.insert(own);
        return own;
    }

    private static ExportedArticle view(Article article) {
        return new ExportedArticle(
                article.id(),
                article.slug(),
                article.text(),
                article.publication(),
                article.createdAt(),
                article.updatedAt());
    }

    private static ExportedComment view(Comment comment) {
        return new ExportedComment(
                comment.id(), comment.articleId(), comment.body(), comment.createdAt(), comment.updatedAt());
    }
}
