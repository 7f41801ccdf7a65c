package dev.ashlar.publishing.domain;

class InMemoryArticlesTest extends ArticlesContract {
    private final InMemoryArticles articles = new InMemoryArticles();

    @Override
    protected Articles articles() {
        return articles;
    }
}
