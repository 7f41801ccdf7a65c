package dev.ashlar.publishing.domain;

class InMemoryArticlesTest extends ArticlesContract {
    private final InMemoryArticles posts = new InMemoryArticles();

    @Override
    protected Articles posts() {
        return posts;
    }
}
