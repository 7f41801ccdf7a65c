// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of one person, for the export of personal data. */
public interface ExportViews {
    /** Lists live articles in any status after the given key, newest first. */
    List<ExportedArticle> articles(UserId author, @Nullable UUID after, int limit);

    /** Lists comments after the given key, newest first, hidden ones included. */
    List<ExportedComment> comments(UserId author, @Nullable UUID after, int limit);

    /** Lists favorite articles by their ids, in descending order, after the given one. */
    List<ExportedFavorite> favorites(UserId reader, @Nullable UUID after, int limit);

    /** Lists followed authors by their ids, in descending order, after the given one. */
    List<ExportedFollow> follows(UserId reader, @Nullable UUID after, int limit);
}
