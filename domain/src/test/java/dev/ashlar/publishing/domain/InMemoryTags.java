// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.publishing.ArticleId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@link Tags} without a database, of the live articles of these {@link Articles}. */
public final class InMemoryTags implements Tags {
    private final Articles articles;
    private final Set<String> names = new HashSet<>();
    private final Map<ArticleId, Set<String>> attached = new HashMap<>();

    public InMemoryTags(Articles articles) {
        this.articles = articles;
    }

    @Override
    public void create(List<TagId> ids, List<String> wanted, Instant now) {
        names.addAll(wanted);
    }

    @Override
    public void index(ArticleId article, List<String> wanted) {
        tagsOf(article).retainAll(wanted);
        if (articles.find(article).isPresent()) {
            tagsOf(article).addAll(wanted.stream().filter(names::contains).toList());
        }
    }

    Set<String> tagsOf(ArticleId article) {
        return attached.computeIfAbsent(article, any -> new HashSet<>());
    }
}
