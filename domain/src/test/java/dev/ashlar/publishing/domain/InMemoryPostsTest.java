package dev.ashlar.publishing.domain;

class InMemoryPostsTest extends PostsContract {
    private final InMemoryPosts posts = new InMemoryPosts();

    @Override
    protected Posts posts() {
        return posts;
    }
}
