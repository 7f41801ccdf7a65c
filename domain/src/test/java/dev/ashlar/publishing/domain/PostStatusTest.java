package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.testing.GeneratedDocs;
import org.junit.jupiter.api.Test;

class PostStatusTest {
    @Test
    void isDrawnInTheDocs() {
        GeneratedDocs.assertShows("publishing.md", "post-lifecycle", PostStatus.LIFECYCLE);
        GeneratedDocs.assertShows("publishing.md", "comment-lifecycle", CommentStatus.LIFECYCLE);
    }
}
