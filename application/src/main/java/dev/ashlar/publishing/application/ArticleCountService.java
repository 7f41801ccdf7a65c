// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.application.ArticleCountViews.ArticleCount;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Numbers of articles beside those that are kept, in batches by their keys. */
@ApplicationService
public class ArticleCountService {
    private static final int BATCH = 200;

    private final ArticleCountViews views;

    ArticleCountService(ArticleCountViews views) {
        this.views = views;
    }

    /** Counts the articles of the authors after the last one; null begins with the first. */
    public List<ArticleCount> authorsAfter(@Nullable UUID last) {
        return views.authors(last, BATCH);
    }

    /** Counts the articles of the tags after the last one; null begins with the first. */
    public List<ArticleCount> tagsAfter(@Nullable UUID last) {
        return views.tags(last, BATCH);
    }
}
