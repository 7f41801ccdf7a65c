package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a reader says about a post. */
public record Comment(
        CommentId id,
        ArticleId postId,
        UserId authorId,
        String body,
        CommentStatus status,
        Instant createdAt,
        Instant updatedAt) {
    /** A new comment, seen by everybody. */
    public static Comment of(CommentId id, ArticleId post, UserId author, @Nullable String body, Instant now) {
        return new Comment(
                id,
                post,
                author,
                Text.required("/body", body, Text.MAX_COMMENT),
                CommentStatus.LIFECYCLE.start(),
                now,
                now);
    }
}
