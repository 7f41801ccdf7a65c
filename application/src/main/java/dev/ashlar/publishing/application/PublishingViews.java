package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.PostId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles and comments as they are shown. The reader is null for somebody who is not logged in. */
public interface PublishingViews {
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
    Optional<ReadArticle> article(PostId id, @Nullable UserId reader);

    /** Visible comments of an article, oldest first, after the given number. */
    List<ReadComment> comments(PostId post, @Nullable UserId reader, long after, int limit);

    /** Names of the tags that published articles carry, in alphabetical order. */
    List<String> tags(int limit);

    /** Live articles that this person writes or edits, newest first, that come after the given key. */
    List<OwnArticle> own(UserId person, OwnFilter filter, @Nullable UUID after, int limit);

    /** Articles of this author in the trash, last deleted first, that come after the given place. */
    List<DeletedArticle> trash(UserId author, Cursor.@Nullable Place after, int limit);

    /** Categories, oldest first, that come after the given key. */
    List<CategoryView> categories(@Nullable UUID after, int limit);

    /** What an author has published, month by month, since then, at most ten years; months without articles are left out. */
    List<MonthlyStats> monthly(UserId author, Instant since);
}
