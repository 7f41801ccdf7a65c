package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.comment;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.application.ReadComment;
import dev.ashlar.publishing.domain.CommentStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class CommentViewMapperTest {
    private final UserId reader = someone();

    @Autowired
    private CommentViewMapper views;

    @Autowired
    private ArticleMapper posts;

    @Autowired
    private CommentMapper comments;

    @Autowired
    private FollowMapper follows;

    @Test
    void showsVisibleComments() {
        var post = draft("Talk").published(NOW);
        posts.insert(post, post.spareSlug());
        var first = comment(post, "first");
        long number = comments.insert(first);
        var hidden = comment(post, "hidden");
        comments.insert(hidden);
        comments.move(hidden.id(), CommentStatus.VISIBLE, CommentStatus.HIDDEN, LATER);
        var deleted = comment(post, "deleted");
        comments.insert(deleted);
        comments.delete(deleted.id(), LATER);
        long last = comments.insert(comment(post, "last"));
        follows.add(reader, first.authorId(), NOW);
        assertThat(views.comments(post.id(), reader, 0, 1))
                .containsExactly(new ReadComment(number, "first", first.authorId(), true, NOW, NOW));
        assertThat(views.comments(post.id(), null, number, 10)).singleElement().satisfies(comment -> {
            assertThat(comment.number()).isEqualTo(last);
            assertThat(comment.following()).isFalse();
        });
    }
}
