// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.CategoryId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Published article in a list, without its body.
 *
 * @param tags in the author's order
 */
public record ArticleSummary(
        ArticleId id,
        String slug,
        String title,
        String description,
        List<String> tags,
        @Flat Source source,
        @Flat Reception reception,
        @Flat Dates dates) {
    /** Author and category. */
    public record Source(UserId authorId, @Nullable CategoryId categoryId) {}

    /** Times of an article. */
    public record Dates(Instant publishedAt, Instant createdAt, Instant updatedAt) {}
}
