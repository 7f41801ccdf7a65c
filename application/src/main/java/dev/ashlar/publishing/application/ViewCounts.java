package dev.ashlar.publishing.application;

import dev.ashlar.publishing.ArticleId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How often articles were read since they were last written down. Kept in memory, so that reading does not write: what an
 * instance has counted and not yet written is lost when it is killed. Bounded: beyond so many articles at once, further ones are not
 * counted until the next writing.
 */
@Component
class ViewCounts {
    private static final int MOST_ARTICLES = 10_000;

    private final Map<ArticleId, Long> counts = new ConcurrentHashMap<>();

    void viewed(ArticleId article) {
        if (counts.size() < MOST_ARTICLES || counts.containsKey(article)) {
            counts.merge(article, 1L, Long::sum);
        }
    }

    /** What was counted; counting starts anew. */
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
