// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.CommentId;
import java.time.Instant;

/** Comment in the export of its author's data. */
public record ExportedComment(CommentId id, ArticleId articleId, String body, Instant createdAt, Instant updatedAt) {}
