// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.comment;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.application.ExportedArticle;
import dev.ashlar.publishing.application.ExportedComment;
import dev.ashlar.publishing.application.ExportedFavorite;
import dev.ashlar.publishing.application.ExportedFollow;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.Comment;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class ExportViewMapperTest {
    private final UserId ada = user();

    @Autowired
    private ExportViewMapper written;

    @Autowired
    private ArticleMapper articles;

    @Autowired
    private CommentMapper comments;

    @Autowired
    private FavoriteMapper favorites;

    @Autowired
    private FollowMapper follows;

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

    @Test
    void listsFavoritesOfTheReader() {
        var first = stored(draft("First").published(NOW));
        var second = stored(draft("Second").published(NOW));
        favorites.add(ada, first.id(), NOW);
        favorites.add(ada, second.id(), LATER);
        favorites.add(user(), first.id(), NOW);

        var firstView = new ExportedFavorite(first.id(), NOW);
        assertThat(written.favorites(ada, null, 9))
                .containsExactly(new ExportedFavorite(second.id(), LATER), firstView);
        assertThat(written.favorites(ada, second.id().value(), 9)).containsExactly(firstView);
        assertThat(written.favorites(ada, null, 1)).hasSize(1);
    }

    @Test
    void listsAuthorsThatTheReaderFollows() {
        var followed = Stream.of(user(), user())
                .sorted(Comparator.comparing((UserId author) -> author.value().toString()))
                .toList();
        followed.forEach(author -> follows.add(ada, author, NOW));
        follows.add(user(), ada, NOW);

        var firstView = new ExportedFollow(followed.getFirst(), NOW);
        assertThat(written.follows(ada, null, 9))
                .containsExactly(new ExportedFollow(followed.getLast(), NOW), firstView);
        assertThat(written.follows(ada, followed.getLast().value(), 9)).containsExactly(firstView);
        assertThat(written.follows(ada, null, 1)).hasSize(1);
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
