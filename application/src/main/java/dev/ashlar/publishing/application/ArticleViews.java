package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Articles as they are shown, in lists and one by one. The reader is null for somebody who is not logged in. */
public interface ArticleViews {
    /** Published articles, newest first, after so many of them; each tells how many there are. */
    List<ListedArticle> articles(ArticleFilter filter, @Nullable UserId reader, int limit, int offset);

    /** Published articles, newest first, that come after the given place. */
    List<ListedArticle> articlesAfter(
            ArticleFilter filter, @Nullable UserId reader, Cursor.@Nullable Place after, int limit);

    /** How many published articles match, at most {@value OffsetPage#REACH}. */
    long countArticles(ArticleFilter filter);

    /** Published articles by people whom the reader follows, newest first, after so many of them; each tells how many there are. */
    List<ListedArticle> feed(UserId reader, int limit, int offset);

    /** How many articles the reader's feed has, at most {@value OffsetPage#REACH}. */
    long countFeed(UserId reader);

    /** A live article, published or not. */
    Optional<ReadArticle> articleBySlug(String slug, @Nullable UserId reader);

    /** A live article, published or not. */
    Optional<ReadArticle> article(ArticleId id, @Nullable UserId reader);
}
