package dev.ashlar.publishing.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.CategoryId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article with its text, published or not.
 *
 * @param tags in the order the author gave
 * @param favorited whether the reader likes it
 * @param following whether the reader follows the author
 * @param favoritesCount how many like it
 * @param publishedAt when it was first published, or is to be; null for a draft
 * @param viewCount how often it was read, a few seconds behind
 * @param version what an edit must name
 */
public record ReadArticle(
        ArticleId id,
        String slug,
        String title,
        String description,
        String body,
        List<String> tags,
        UserId authorId,
        @Nullable UserId editorId,
        @Nullable CategoryId categoryId,
        ArticleStatus status,
        boolean favorited,
        boolean following,
        long favoritesCount,
        long viewCount,
        @Nullable Instant publishedAt,
        Instant createdAt,
        Instant updatedAt,
        int version) {}
