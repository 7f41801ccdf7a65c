package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles, comments, tags and categories as readers see them. The reader is null for an anonymous caller. */
public interface ArticleViews {
    /** Lists published articles, newest first, after {@code offset} of them. */
    List<Counted> articles(ArticleFilter filter, @Nullable UserId reader, int limit, int offset);

    /** Lists published articles, newest first, that follow the given place. */
    List<ArticleSummary> articlesAfter(
            ArticleFilter filter, @Nullable UserId reader, Cursor.@Nullable Place after, int limit);

    /** Counts matching published articles, at most {@value OffsetPage#REACH}. */
    long countArticles(ArticleFilter filter);

    /** Lists published articles of authors whom the reader follows, newest first, after {@code offset} of them. */
    List<Counted> feed(UserId reader, int limit, int offset);

    /** Finds a live article, published or not. */
    Optional<ArticleDetails> articleBySlug(String slug, @Nullable UserId reader);

    /** Finds a live article, published or not. */
    Optional<ArticleDetails> article(ArticleId id, @Nullable UserId reader);

    /** Lists visible comments of an article, oldest first, that follow the given number. */
    List<CommentDetails> comments(ArticleId article, @Nullable UserId reader, long after, int limit);

    /** Lists the names of tags of published articles, the most used first. */
    List<String> tags(int limit);

    /** Lists categories, oldest first, that follow the given key. */
    List<CategoryView> categories(@Nullable UUID after, int limit);

    /**
     * Article of a list that is paged by offset.
     *
     * @param total number of articles in the whole list, at most {@value OffsetPage#REACH}
     */
    record Counted(ArticleSummary article, long total) {}
}
