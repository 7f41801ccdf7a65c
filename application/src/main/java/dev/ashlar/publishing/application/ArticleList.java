package dev.ashlar.publishing.application;

import java.util.List;

/**
 * A page of articles by offset.
 *
 * @param total how many articles match on all pages, which end at {@value OffsetPage#REACH}
 */
public record ArticleList(List<ListedView> articles, long total) {
    public ArticleList {
        articles = List.copyOf(articles);
    }
}
