package dev.ashlar.publishing.application;

import dev.ashlar.publishing.PostId;
import dev.ashlar.publishing.domain.PostStatus;
import java.time.Instant;

/** An article in the trash. */
public record DeletedArticle(PostId id, String slug, String title, PostStatus status, Instant deletedAt) {}
