package dev.ashlar.publishing.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.ArticleStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article in the list of those who write it. */
public record OwnArticle(
        ArticleId id,
        String slug,
        String title,
        UserId authorId,
        @Nullable UserId editorId,
        ArticleStatus status,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        int version) {}
