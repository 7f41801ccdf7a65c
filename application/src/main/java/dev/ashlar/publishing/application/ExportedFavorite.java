// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.publishing.ArticleId;
import java.time.Instant;

/** Favorite article in the export of a reader's data. */
public record ExportedFavorite(ArticleId articleId, Instant createdAt) {}
