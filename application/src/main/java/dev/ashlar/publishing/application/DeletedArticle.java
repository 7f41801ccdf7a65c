// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.ArticleStatus;
import java.time.Instant;

/** Article in the trash. */
public record DeletedArticle(ArticleId id, String slug, String title, ArticleStatus status, Instant deletedAt) {}
