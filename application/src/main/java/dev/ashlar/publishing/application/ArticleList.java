// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import java.util.List;

/**
 * Page of articles by offset.
 *
 * @param total number of articles on all pages, at most {@value OffsetPage#REACH}
 */
public record ArticleList(List<Authored<ArticleSummary>> articles, long total) {
    public ArticleList {
        articles = List.copyOf(articles);
    }
}
