package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What those who write see of their own articles. */
public interface AuthorViews {
    /** Live articles that this person writes or edits, newest first, that come after the given key. */
    List<OwnArticle> own(UserId person, OwnFilter filter, @Nullable UUID after, int limit);

    /** Articles of this author in the trash, last deleted first, that come after the given place. */
    List<DeletedArticle> trash(UserId author, Cursor.@Nullable Place after, int limit);

    /** What an author has published, month by month, since then, at most ten years; months without articles are left out. */
    List<MonthlyStats> monthly(UserId author, Instant since);
}
