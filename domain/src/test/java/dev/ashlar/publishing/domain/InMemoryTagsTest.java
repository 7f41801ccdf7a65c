// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.draft;

import dev.ashlar.publishing.ArticleId;
import java.util.Set;

class InMemoryTagsTest extends TagsContract {
    private final InMemoryArticles articles = new InMemoryArticles();
    private final InMemoryTags tags = new InMemoryTags(articles);

    @Override
    protected Tags tags() {
        return tags;
    }

    @Override
    protected ArticleId liveArticle() {
        var article = draft("Tagged");
        articles.insert(article, article.spareSlug());
        return article.id();
    }

    @Override
    protected ArticleId deletedArticle() {
        var article = liveArticle();
        articles.delete(article, 0, LATER);
        return article;
    }

    @Override
    protected Set<String> tagsOf(ArticleId article) {
        return tags.tagsOf(article);
    }
}
