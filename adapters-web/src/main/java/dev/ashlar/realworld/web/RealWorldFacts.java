// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import dev.ashlar.publishing.application.Reception;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * Times and favorites of an article, the same in lists and alone.
 *
 * @param favorited true if the caller has favorited it
 * @param favoritesCount number of readers who have favorited it
 */
record RealWorldFacts(
        @Schema(example = RealWorldTime.EXAMPLE) String createdAt,
        @Schema(example = RealWorldTime.EXAMPLE) String updatedAt,
        @Schema(example = "true") boolean favorited,
        @Schema(example = "3") long favoritesCount) {
    static RealWorldFacts of(Instant createdAt, Instant updatedAt, Reception reception) {
        return new RealWorldFacts(
                RealWorldTime.of(createdAt),
                RealWorldTime.of(updatedAt),
                reception.favorited(),
                reception.favoritesCount());
    }
}
