package dev.ashlar.publishing.application;

import dev.ashlar.publishing.domain.ArticleStatus;
import org.jspecify.annotations.Nullable;

/** Which of one's own articles are listed; null means any. */
public record OwnFilter(@Nullable ArticleStatus status) {}
