package dev.ashlar.publishing.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.CategoryId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published article in a list, without its text. Its author is a person of identity and joined there.
 *
 * @param tags in the order the author gave
 * @param favorited whether the reader likes it
 * @param following whether the reader follows the author
 * @param favoritesCount how many like it
 * @param total how many articles the whole list has, at most {@value OffsetPage#REACH}; null in lists that page by cursor
 */
public record ListedArticle(
        ArticleId id,
        String slug,
        String title,
        String description,
        List<String> tags,
        UserId authorId,
        @Nullable CategoryId categoryId,
        boolean favorited,
        boolean following,
        long favoritesCount,
        Instant publishedAt,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Long total) {}
