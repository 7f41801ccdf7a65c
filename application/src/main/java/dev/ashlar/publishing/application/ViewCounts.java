// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.publishing.ArticleId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Views of articles since they were last stored, in memory so that reading does not write. A killed instance loses the views that it
 * has not stored. Articles beyond the limit are not counted until the next time they are stored.
 */
@Component
class ViewCounts {
    private static final int MAX_ARTICLES = 10_000;

    private final Map<ArticleId, Long> counts = new ConcurrentHashMap<>();

    void viewed(ArticleId article) {
        if (counts.size() < MAX_ARTICLES || counts.containsKey(article)) {
            counts.merge(article, 1L, Long::sum);
        }
    }

    /** Returns the counts and resets them. */
    Map<ArticleId, Long> take() {
        var taken = new HashMap<ArticleId, Long>();
        for (var article : List.copyOf(counts.keySet())) {
            var count = counts.remove(article);
            if (count != null) {
                taken.put(article, count);
            }
        }
        return taken;
    }
}
