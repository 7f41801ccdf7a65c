package dev.ashlar.publishing.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.PostId;
import dev.ashlar.publishing.domain.PostStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article in the list of those who write it. */
public record OwnArticle(
        PostId id,
        String slug,
        String title,
        UserId authorId,
        @Nullable UserId editorId,
        PostStatus status,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        int version) {}
