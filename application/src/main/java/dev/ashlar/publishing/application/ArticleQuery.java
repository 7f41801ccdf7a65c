package dev.ashlar.publishing.application;

import org.jspecify.annotations.Nullable;

/** Which published articles are asked for, people by username; null means any. */
public record ArticleQuery(
        @Nullable String tag,
        @Nullable String author,
        @Nullable String favoritedBy) {}
