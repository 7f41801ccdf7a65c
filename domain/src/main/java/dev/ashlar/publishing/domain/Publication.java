// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Status of an article and the time that goes with it.
 *
 * @param publishedAt time of the first publication; the planned time while scheduled; null for a draft that was never published
 */
public record Publication(ArticleStatus status, @Nullable Instant publishedAt) {
    static final Publication START = new Publication(ArticleStatus.LIFECYCLE.start(), null);

    Publication published(Instant now) {
        var next = ArticleStatus.LIFECYCLE.require(
                status, ArticleStatus.PUBLISHED, PublishingProblem.ILLEGAL_TRANSITION, "The article");
        return new Publication(next, publishedAt == null ? now : publishedAt);
    }
}
