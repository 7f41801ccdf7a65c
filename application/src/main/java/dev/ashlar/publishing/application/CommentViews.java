package dev.ashlar.publishing.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comments as they are shown. The reader is null for somebody who is not logged in. */
public interface CommentViews {
    /** Visible comments of an article, oldest first, after the given number. */
    List<ReadComment> comments(ArticleId post, @Nullable UserId reader, long after, int limit);
}
