// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.Filing;
import dev.ashlar.publishing.domain.Publication;
import java.time.Instant;

/** Article with its body, published or not. */
public record ArticleDetails(
        ArticleId id,
        String slug,
        @Flat ArticleText text,
        @Flat Filing filing,
        @Flat Publication publication,
        @Flat Reception reception,
        @Flat Edition edition) {
    /**
     * Counters and times of an article.
     *
     * @param viewCount number of views, a few seconds old
     * @param version expected by edits and deletions
     */
    public record Edition(long viewCount, Instant createdAt, Instant updatedAt, int version) {}
}
