package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.CommentStatus.HIDDEN;
import static dev.ashlar.publishing.domain.CommentStatus.VISIBLE;
import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.comment;
import static dev.ashlar.publishing.domain.Writings.newArticleId;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link Comments} does. */
public abstract class CommentsContract {
    protected abstract Comments comments();

    /** A post that there is. */
    protected abstract Article storedArticle();

    @Test
    void givesBackWhatWasInserted() {
        var post = storedArticle();
        var comment = comment(post, "Well said");
        long number = comments().insert(comment);
        assertThat(comments().find(post.id(), number))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(comment);
        assertThat(comments().find(post.id(), number + 1)).isEmpty();
        assertThat(comments().find(newArticleId(), number)).isEmpty();
    }

    @Test
    void numbersThemInTheirOrder() {
        var post = storedArticle();
        long first = comments().insert(comment(post, "First"));
        long second = comments().insert(comment(storedArticle(), "Second"));
        assertThat(first).isPositive().isLessThan(second);
    }

    @Test
    void deletesOnce() {
        var post = storedArticle();
        var comment = comment(post, "Hasty");
        long number = comments().insert(comment);
        assertThat(comments().delete(comment.id(), LATER)).isTrue();
        assertThat(comments().delete(comment.id(), LATER)).isFalse();
        assertThat(comments().find(post.id(), number)).isEmpty();
        assertThat(comments().move(comment.id(), VISIBLE, HIDDEN, LATER)).isFalse();
    }

    @Test
    void restoresOnce() {
        var post = storedArticle();
        var comment = comment(post, "Back again");
        long number = comments().insert(comment);
        assertThat(comments().restore(post.id(), number, LATER)).isFalse();
        comments().delete(comment.id(), LATER);
        assertThat(comments().restore(newArticleId(), number, LATER)).isFalse();
        assertThat(comments().restore(post.id(), number, LATER)).isTrue();
        assertThat(comments().restore(post.id(), number, LATER)).isFalse();
        assertThat(comments().find(post.id(), number)).map(Comment::updatedAt).contains(LATER);
    }

    @Test
    void movesFromTheGivenStatusOnly() {
        var post = storedArticle();
        var comment = comment(post, "Rude");
        long number = comments().insert(comment);
        assertThat(comments().move(comment.id(), HIDDEN, VISIBLE, LATER)).isFalse();
        assertThat(comments().move(comment.id(), VISIBLE, HIDDEN, LATER)).isTrue();
        assertThat(comments().find(post.id(), number)).map(Comment::status).contains(HIDDEN);
        assertThat(comments().move(comment.id(), HIDDEN, VISIBLE, LATER)).isTrue();
    }

    @Test
    void purgesWhatWasDeletedLongAgo() {
        var post = storedArticle();
        var old = comment(post, "Old");
        var recent = comment(post, "Recent");
        long oldNumber = comments().insert(old);
        long recentNumber = comments().insert(recent);
        long liveNumber = comments().insert(comment(post, "Live"));
        comments().delete(old.id(), NOW);
        comments().delete(recent.id(), LATER);
        assertThat(comments().purge(LATER, 0)).isZero();
        assertThat(comments().purge(LATER, 10)).isEqualTo(1);
        assertThat(comments().restore(post.id(), oldNumber, LATER)).isFalse();
        assertThat(comments().restore(post.id(), recentNumber, LATER)).isTrue();
        assertThat(comments().find(post.id(), liveNumber)).isPresent();
    }
}
