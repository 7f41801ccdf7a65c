// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.ArticleText;
import dev.ashlar.publishing.domain.Publication;
import java.time.Instant;

/** Article in the export of its author's data. */
public record ExportedArticle(
        ArticleId id,
        String slug,
        @Flat ArticleText text,
        @Flat Publication publication,
        Instant createdAt,
        Instant updatedAt) {}
