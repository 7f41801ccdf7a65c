// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.CommentStatus.HIDDEN;
import static dev.ashlar.publishing.domain.CommentStatus.VISIBLE;
import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.comment;
import static dev.ashlar.publishing.domain.Writings.newArticleId;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Contract of {@link Comments}. */
public abstract class CommentsContract {
    protected abstract Comments comments();

    /** Returns a stored article. */
    protected abstract Article storedArticle();

    @Test
    void returnsTheInsertedComment() {
        var article = storedArticle();
        var comment = comment(article, "Well said");
        long number = comments().insert(comment);
        assertThat(comments().find(article.id(), number))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(comment);
        assertThat(comments().find(article.id(), number + 1)).isEmpty();
        assertThat(comments().find(newArticleId(), number)).isEmpty();
    }

    @Test
    void numbersCommentsInTheirOrder() {
        var article = storedArticle();
        long first = comments().insert(comment(article, "First"));
        long second = comments().insert(comment(storedArticle(), "Second"));
        assertThat(first).isPositive().isLessThan(second);
    }

    @Test
    void deletesACommentOnce() {
        var article = storedArticle();
        var comment = comment(article, "Hasty");
        long number = comments().insert(comment);
        assertThat(comments().delete(comment.id(), LATER)).isTrue();
        assertThat(comments().delete(comment.id(), LATER)).isFalse();
        assertThat(comments().find(article.id(), number)).isEmpty();
        assertThat(comments().move(comment.id(), VISIBLE, HIDDEN, LATER)).isFalse();
    }

    @Test
    void restoresADeletedCommentOnce() {
        var article = storedArticle();
        var comment = comment(article, "Back again");
        long number = comments().insert(comment);
        assertThat(comments().restore(article.id(), number, LATER)).isFalse();
        comments().delete(comment.id(), LATER);
        assertThat(comments().restore(newArticleId(), number, LATER)).isFalse();
        assertThat(comments().restore(article.id(), number, LATER)).isTrue();
        assertThat(comments().restore(article.id(), number, LATER)).isFalse();
        assertThat(comments().find(article.id(), number))
                .map(Comment::updatedAt)
                .contains(LATER);
    }

    @Test
    void changesTheStatusOnlyFromTheGivenOne() {
        var article = storedArticle();
        var comment = comment(article, "Rude");
        long number = comments().insert(comment);
        assertThat(comments().move(comment.id(), HIDDEN, VISIBLE, LATER)).isFalse();
        assertThat(comments().move(comment.id(), VISIBLE, HIDDEN, LATER)).isTrue();
        assertThat(comments().find(article.id(), number)).map(Comment::status).contains(HIDDEN);
        assertThat(comments().move(comment.id(), HIDDEN, VISIBLE, LATER)).isTrue();
    }

    @Test
    void purgesCommentsDeletedBeforeTheTime() {
        var article = storedArticle();
        var old = comment(article, "Old");
        var recent = comment(article, "Recent");
        long oldNumber = comments().insert(old);
        long recentNumber = comments().insert(recent);
        long liveNumber = comments().insert(comment(article, "Live"));
        comments().delete(old.id(), NOW);
        comments().delete(recent.id(), LATER);
        assertThat(comments().purge(LATER, 0)).isZero();
        assertThat(comments().purge(LATER, 10)).isEqualTo(1);
        assertThat(comments().restore(article.id(), oldNumber, LATER)).isFalse();
        assertThat(comments().restore(article.id(), recentNumber, LATER)).isTrue();
        assertThat(comments().find(article.id(), liveNumber)).isPresent();
    }
}
