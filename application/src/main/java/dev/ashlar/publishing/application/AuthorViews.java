// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.domain.ArticleStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles as their authors and editors see them. */
public interface AuthorViews {
    /** Lists live articles of an author or editor, newest first, that follow the given key. A null status means any. */
    List<OwnArticle> own(UserId person, @Nullable ArticleStatus status, @Nullable UUID after, int limit);

    /** Lists an author's articles in the trash, last deleted first, that follow the given place. */
    List<DeletedArticle> trash(UserId author, Cursor.@Nullable Place after, int limit);

    /** Returns an author's statistics since a time, for at most ten years. Months without articles are omitted. */
    List<MonthlyStats> monthly(UserId author, Instant since);
}
