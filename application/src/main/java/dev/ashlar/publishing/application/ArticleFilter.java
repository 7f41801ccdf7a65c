package dev.ashlar.publishing.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.domain.CategoryId;
import org.jspecify.annotations.Nullable;

/** Which published articles are listed; null means any, and what is given must all hold. */
public record ArticleFilter(
        @Nullable String tag,
        @Nullable UserId author,
        @Nullable UserId favoritedBy,
        @Nullable CategoryId category) {}
