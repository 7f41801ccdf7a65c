// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.domain.CategoryId;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on published articles, all of which must hold; null means any.
 *
 * @param author id of the author
 * @param authorName username of the author, however it is spelled; a name that nobody has matches nothing
 * @param favoritedBy username of a reader who has the article as a favorite, likewise
 */
public record ArticleFilter(
        @Nullable String tag,
        @Nullable UserId author,
        @Nullable String authorName,
        @Nullable String favoritedBy,
        @Nullable CategoryId category) {
    public ArticleFilter {
        tag = tag == null ? null : Spelling.name(tag);
        authorName = authorName == null ? null : Spelling.key(authorName);
        favoritedBy = favoritedBy == null ? null : Spelling.key(favoritedBy);
    }
}
