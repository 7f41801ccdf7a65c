// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.publishing.ArticleId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Articles, comments, authors, tags and categories as readers see them. The reader is null for an anonymous caller. */
public interface ArticleViews {
    /** Lists published articles, newest first, after {@code offset} of them. */
    List<Counted> articles(ArticleFilter filter, @Nullable UserId reader, int limit, int offset);

    /** Lists published articles, newest first, that follow the given place. */
    List<Listed> articlesAfter(ArticleFilter filter, @Nullable UserId reader, Cursor.@Nullable Place after, int limit);

    /** Counts matching published articles, at most {@value OffsetPage#REACH}. */
    long countArticles(ArticleFilter filter);

    /** Lists published articles of authors whom the reader follows, newest first, after {@code offset} of them. */
    List<Counted> feed(UserId reader, int limit, int offset);

    /** Finds a live article, published or not, by its key or, if that is null, by its slug. */
    Optional<Shown> article(@Nullable ArticleId id, @Nullable String slug, @Nullable UserId reader);

    /** Lists visible comments of a published article, oldest first, that follow the given number; those within a million characters. */
    List<Spoken> comments(String slug, @Nullable UserId reader, long after, int limit);

    /** Returns the copy of a user's profile; if there is none, one with the name {@code -}. */
    Byline byline(UserId user);

    /** Finds a user by the key of the username, see {@link dev.ashlar.kernel.Spelling#key}. */
    Optional<AuthorView> author(String usernameKey, @Nullable UserId reader);

    /** Lists the names of tags of published articles, the most used first. */
    List<String> tags(int limit);

    /** Lists categories, oldest first, that follow the given key. */
    List<CategoryView> categories(@Nullable UUID after, int limit);

    /**
     * Article of a list that is paged by offset.
     *
     * @param total number of articles in the whole list, at most {@value OffsetPage#REACH}
     */
    record Counted(Listed listed, long total) {}

    /** Article of a list with the profile of its author. */
    record Listed(ArticleSummary article, Byline byline) {
        Authored<ArticleSummary> authored() {
            return new Authored<>(
                    article,
                    byline.of(article.source().authorId(), article.reception().following()));
        }
    }

    /** Article with the profile of its author. */
    record Shown(ArticleDetails article, Byline byline) {
        Authored<ArticleDetails> authored() {
            return new Authored<>(
                    article,
                    byline.of(article.filing().authorId(), article.reception().following()));
        }
    }

    /** Comment with the profile of its author. */
    record Spoken(CommentDetails comment, Byline byline) {
        CommentView authored() {
            return new CommentView(comment, byline.of(comment.authorId(), comment.following()));
        }
    }
}
