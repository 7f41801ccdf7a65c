package dev.ashlar.publishing.domain;

class InMemoryFollowsTest extends FollowsContract {
    private final InMemoryFollows follows = new InMemoryFollows();

    @Override
    protected Follows follows() {
        return follows;
    }
}
