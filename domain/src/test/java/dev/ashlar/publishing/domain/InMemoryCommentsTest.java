// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import static dev.ashlar.publishing.domain.Writings.draft;

class InMemoryCommentsTest extends CommentsContract {
    private final InMemoryComments comments = new InMemoryComments();

    @Override
    protected Comments comments() {
        return comments;
    }

    @Override
    protected Article storedArticle() {
        return draft("Talk");
    }
}
