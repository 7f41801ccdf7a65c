package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.draft;

import dev.ashlar.publishing.ArticleId;
import java.util.Set;

class InMemoryTagsTest extends TagsContract {
    private final InMemoryArticles posts = new InMemoryArticles();
    private final InMemoryTags tags = new InMemoryTags(posts);

    @Override
    protected Tags tags() {
        return tags;
    }

    @Override
    protected ArticleId liveArticle() {
        var post = draft("Tagged");
        posts.insert(post, post.spareSlug());
        return post.id();
    }

    @Override
    protected ArticleId deletedArticle() {
        var post = liveArticle();
        posts.delete(post, 0, LATER);
        return post;
    }

    @Override
    protected Set<String> wordsOf(ArticleId post) {
        return tags.wordsOf(post);
    }
}
