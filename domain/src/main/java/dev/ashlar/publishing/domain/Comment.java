// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Comment of a reader on an article. */
public record Comment(
        CommentId id,
        ArticleId articleId,
        UserId authorId,
        String body,
        CommentStatus status,
        Instant createdAt,
        Instant updatedAt) {
    public static final int MAX_BODY = 10_000;

    /** Returns a new visible comment. */
    public static Comment of(CommentId id, ArticleId article, UserId author, @Nullable String body, Instant now) {
        return new Comment(
                id,
                article,
                author,
                Fields.markdown("/body", body, MAX_BODY),
                CommentStatus.LIFECYCLE.start(),
                now,
                now);
    }
}
