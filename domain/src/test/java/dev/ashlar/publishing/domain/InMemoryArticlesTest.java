// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

class InMemoryArticlesTest extends ArticlesContract {
    private final InMemoryArticles articles = new InMemoryArticles();

    @Override
    protected Articles articles() {
        return articles;
    }
}
