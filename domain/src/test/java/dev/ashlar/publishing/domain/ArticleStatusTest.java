// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.testing.GeneratedDocs;
import org.junit.jupiter.api.Test;

class ArticleStatusTest {
    @Test
    void isDrawnInTheDocumentation() {
        GeneratedDocs.assertShows("publishing.md", "article-lifecycle", ArticleStatus.LIFECYCLE);
        GeneratedDocs.assertShows("publishing.md", "comment-lifecycle", CommentStatus.LIFECYCLE);
    }
}
