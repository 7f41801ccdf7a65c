// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleViews.Counted;
import dev.ashlar.publishing.application.ArticleViews.Listed;
import dev.ashlar.publishing.application.ArticleViews.Shown;
import dev.ashlar.publishing.application.ArticleViews.Spoken;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reading of articles, comments and tags, by everybody; the reader is null for an anonymous caller. A list, an article and
 * the comments of an article are one statement each, which joins the authors.
 */
@ApplicationService
public class ArticleReading {
    private static final String LIST = "publishing.articles";
    private static final int MAX_TAGS = 1000;
    private static final int MAX_COMMENTS = 1000;

    private final ArticleViews views;
    private final ViewCounts counts;

    ArticleReading(ArticleViews views, ViewCounts counts) {
        this.views = views;
        this.counts = counts;
    }

    /** Lists published articles, newest first. Users are named by username; an unknown one has no articles and no favorites. */
    public ArticleList list(
            @Nullable String tag,
            @Nullable String author,
            @Nullable String favoritedBy,
            @Nullable UserId reader,
            OffsetPage page) {
        var filter = new ArticleFilter(tag, null, author, favoritedBy, null);
        return list(page, (limit, offset) -> views.articles(filter, reader, limit, offset));
    }

    /** Lists published articles of authors whom the reader follows, newest first. */
    public ArticleList feed(UserId reader, OffsetPage page) {
        return list(page, (limit, offset) -> views.feed(reader, limit, offset));
    }

    /** Lists published articles, newest first. A page costs the same wherever it is in the list. */
    public Page<Authored<ArticleSummary>> page(ArticleFilter filter, @Nullable UserId reader, PageRequest request) {
        var rows = views.articlesAfter(filter, reader, request.afterPlace(LIST), request.rowsToRead());
        var page = Page.of(
                rows,
                request,
                row -> Cursor.of(
                        LIST, row.article().dates().publishedAt(), row.article().id()));
        return new Page<>(page.items().stream().map(Listed::authored).toList(), page.next());
    }

    /** Counts the articles of all pages of {@link #page}, at most {@value OffsetPage#REACH}. */
    public long count(ArticleFilter filter) {
        return views.countArticles(filter);
    }

    /** Returns a published article and counts the view. */
    public Authored<ArticleDetails> article(String slug, @Nullable UserId reader) {
        var article = published(slug, reader);
        counts.viewed(article.article().id());
        return article.authored();
    }

    /**
     * Lists the visible comments of a published article after the given number, oldest first: at most a thousand, and those within a million
     * characters.
     */
    public List<CommentView> comments(String slug, @Nullable UserId reader, long after) {
        var rows = views.comments(slug, reader, after, MAX_COMMENTS);
        if (rows.isEmpty()) {
            published(slug, reader); // refuses an article that is not published
        }
        return rows.stream().map(Spoken::authored).toList();
    }

    /** Lists the names of tags of published articles, the most used first, at most {@value #MAX_TAGS}. */
    public List<String> tags() {
        return views.tags(MAX_TAGS);
    }

    /** Returns an article that the calling service has changed, published or not. */
    Authored<ArticleDetails> show(ArticleId id, UserId reader) {
        return views.article(id, null, reader)
                .orElseThrow(() -> ArticleKeeper.notFound(id))
                .authored();
    }

    private Shown published(String slug, @Nullable UserId reader) {
        return views.article(null, slug, reader)
                .filter(found -> found.article().publication().status().isPublic())
                .orElseThrow(() -> ArticleKeeper.notFound(slug));
    }

    private ArticleList list(OffsetPage page, BiFunction<Integer, Integer, List<Counted>> read) {
        var rows = page.rows() == 0 ? List.<Counted>of() : read.apply(page.rows(), page.offset());
        // Each row holds the total. A page beyond the last one has no row, the first page of its list has.
        long total = rows.isEmpty() && page.offset() > 0 ? total(read.apply(1, 0)) : total(rows);
        return new ArticleList(rows.stream().map(row -> row.listed().authored()).toList(), total);
    }

    private static long total(List<Counted> rows) {
        return rows.isEmpty() ? 0 : rows.getFirst().total();
    }
}
