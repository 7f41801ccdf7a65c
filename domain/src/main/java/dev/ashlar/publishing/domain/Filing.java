// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * People and category that an article is assigned to.
 *
 * @param editorId person who may edit the article besides its author; null if none
 * @param categoryId null if the article has no category
 */
public record Filing(
        UserId authorId,
        @Nullable UserId editorId,
        @Nullable CategoryId categoryId) {
    static Filing of(UserId author) {
        return new Filing(author, null, null);
    }

    Filing with(ArticleEdit edit) {
        return new Filing(
                authorId, edit.editorId().applyTo(editorId), edit.categoryId().applyTo(categoryId));
    }
}
