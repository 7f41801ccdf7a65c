// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.Publication;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Article in the list of its author or editor. */
public record OwnArticle(
        ArticleId id,
        String slug,
        String title,
        UserId authorId,
        @Nullable UserId editorId,
        @Flat Publication publication,
        Instant updatedAt,
        int version) {}
