// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of articles that triggers keep, beside the numbers of the articles themselves. Both are of one snapshot, so that they differ
 * only if a number is wrong.
 */
public interface ArticleCountViews {
    /** Returns the numbers of the next authors, in the order of their ids: of all users who have a copy of their profile. */
    List<ArticleCount> authors(@Nullable UUID after, int limit);

    /** Returns the numbers of the next tags, in the order of their ids. */
    List<ArticleCount> tags(@Nullable UUID after, int limit);

    /**
     * Number of articles that readers see.
     *
     * @param id author or tag
     * @param kept number that triggers keep
     * @param actual number of the articles themselves
     */
    record ArticleCount(UUID id, long kept, long actual) {
        boolean isWrong() {
            return kept != actual;
        }
    }
}
