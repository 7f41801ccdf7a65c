package dev.ashlar.publishing.application;

import dev.ashlar.identity.People;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleViews.Counted;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reading of articles, comments and tags, by everybody; the reader is null for an anonymous caller. A list takes one statement for the
 * articles with their count, one for their authors, and one for each user named in the query, regardless of its length.
 */
@ApplicationService
public class ArticleReading {
    private static final String LIST = "publishing.articles";
    private static final int MAX_TAGS = 1000;
    private static final int MAX_COMMENTS = 1000;

    private final ArticleViews views;
    private final Authors authors;
    private final People people;
    private final ViewCounts counts;

    ArticleReading(ArticleViews views, Authors authors, People people, ViewCounts counts) {
        this.views = views;
        this.authors = authors;
        this.people = people;
        this.counts = counts;
    }

    /** Lists published articles, newest first. Users are named by username; an unknown one has no articles and no favorites. */
    public ArticleList list(
            @Nullable String tag,
            @Nullable String author,
            @Nullable String favoritedBy,
            @Nullable UserId reader,
            OffsetPage page) {
        var authorId = idOf(author);
        var favoritedById = idOf(favoritedBy);
        var filter = new ArticleFilter(tag, authorId, favoritedById, null);
        boolean isUnknown = (author != null && authorId == null) || (favoritedBy != null && favoritedById == null);
        return isUnknown
                ? new ArticleList(List.of(), 0)
                : list(page, (limit, offset) -> views.articles(filter, reader, limit, offset));
    }

    /** Lists published articles of authors whom the reader follows, newest first. */
    public ArticleList feed(UserId reader, OffsetPage page) {
        return list(page, (limit, offset) -> views.feed(reader, limit, offset));
    }

    /** Lists published articles, newest first. A page costs the same wherever it is in the list. */
    public Page<Authored<ArticleSummary>> page(ArticleFilter filter, @Nullable UserId reader, PageRequest request) {
        var rows = views.articlesAfter(filter, reader, request.afterPlace(LIST), request.rowsToRead());
        var page = Page.of(rows, request, row -> Cursor.of(LIST, row.dates().publishedAt(), row.id()));
        return new Page<>(withAuthors(page.items()), page.next());
    }

    /** Counts the articles of all pages of {@link #page}, at most {@value OffsetPage#REACH}. */
    public long count(ArticleFilter filter) {
        return views.countArticles(filter);
    }

    /** Returns a published article and counts the view. */
    public Authored<ArticleDetails> article(String slug, @Nullable UserId reader) {
        var article = published(slug, reader);
        counts.viewed(article.id());
        return withAuthor(article);
    }

    /** Lists the first thousand visible comments of a published article after the given number, oldest first. */
    public List<CommentView> comments(String slug, @Nullable UserId reader, long after) {
        var rows = views.comments(published(slug, reader).id(), reader, after, MAX_COMMENTS);
        var profiles = authors.of(rows.stream().map(CommentDetails::authorId).toList());
        return rows.stream()
                .map(row -> new CommentView(row, profiles.view(row.authorId(), row.following())))
                .toList();
    }

    /** Lists the names of tags of published articles, the most used first, at most {@value #MAX_TAGS}. */
    public List<String> tags() {
        return views.tags(MAX_TAGS);
    }

    /** Returns an article that the calling service has changed, published or not. */
    Authored<ArticleDetails> show(ArticleId id, UserId reader) {
        return withAuthor(views.article(id, reader).orElseThrow(() -> LiveArticles.notFound(id)));
    }

    private ArticleDetails published(String slug, @Nullable UserId reader) {
        return views.articleBySlug(slug, reader)
                .filter(found -> found.publication().status().isPublic())
                .orElseThrow(() -> LiveArticles.notFound(slug));
    }

    private @Nullable UserId idOf(@Nullable String username) {
        return username == null
                ? null
                : people.findByUsername(username).map(PublicProfile::id).orElse(null);
    }

    private ArticleList list(OffsetPage page, BiFunction<Integer, Integer, List<Counted>> read) {
        var rows = page.rows() == 0 ? List.<Counted>of() : read.apply(page.rows(), page.offset());
        // Each row holds the total. A page beyond the last one has no row, the first page of its list has.
        long total = rows.isEmpty() && page.offset() > 0 ? total(read.apply(1, 0)) : total(rows);
        return new ArticleList(withAuthors(rows.stream().map(Counted::article).toList()), total);
    }

    private static long total(List<Counted> rows) {
        return rows.isEmpty() ? 0 : rows.getFirst().total();
    }

    private List<Authored<ArticleSummary>> withAuthors(List<ArticleSummary> rows) {
        var profiles =
                authors.of(rows.stream().map(row -> row.source().authorId()).toList());
        return rows.stream()
                .map(row -> new Authored<>(
                        row,
                        profiles.view(row.source().authorId(), row.reception().following())))
                .toList();
    }

    private Authored<ArticleDetails> withAuthor(ArticleDetails article) {
        var author = article.filing().authorId();
        return new Authored<>(
                article,
                authors.of(List.of(author)).view(author, article.reception().following()));
    }
}
