package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.draft;

import dev.ashlar.publishing.PostId;
import java.util.Set;

class InMemoryTagsTest extends TagsContract {
    private final InMemoryPosts posts = new InMemoryPosts();
    private final InMemoryTags tags = new InMemoryTags(posts);

    @Override
    protected Tags tags() {
        return tags;
    }

    @Override
    protected PostId livePost() {
        var post = draft("Tagged");
        posts.insert(post, post.spareSlug());
        return post.id();
    }

    @Override
    protected PostId deletedPost() {
        var post = livePost();
        posts.delete(post, 0, LATER);
        return post;
    }

    @Override
    protected Set<String> wordsOf(PostId post) {
        return tags.wordsOf(post);
    }
}
