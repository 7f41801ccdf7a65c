package dev.ashlar.publishing.application;

import dev.ashlar.kernel.UserId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Texts of one author, for the export of personal data. */
public interface WrittenViews {
    /** Lists live articles in any status after the given key, newest first. */
    List<ExportedArticle> articles(UserId author, @Nullable UUID after, int limit);

    /** Lists comments after the given key, newest first, hidden ones included. */
    List<ExportedComment> comments(UserId author, @Nullable UUID after, int limit);
}
