package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.domain.CategoryId;
import org.jspecify.annotations.Nullable;

/** Conditions on published articles, all of which must hold; null means any. */
public record ArticleFilter(
        @Nullable String tag,
        @Nullable UserId author,
        @Nullable UserId favoritedBy,
        @Nullable CategoryId category) {
    public ArticleFilter {
        tag = tag == null ? null : Spelling.name(tag);
    }
}
