package dev.ashlar.publishing.application;

import dev.ashlar.identity.People;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.domain.PublishingProblem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What readers read; everybody may, so the reader is null for somebody who is not logged in. A list costs one statement for
 * the articles with all that belongs to them and their number, and one for their authors; each person named in a query costs
 * one more. None of them grows with the page.
 */
@ApplicationService
public class ArticleReading {
    private static final String LIST = "publishing.articles";
    private static final int MOST_TAGS = 1000;
    private static final int MOST_COMMENTS = 1000;

    private final ArticleViews views;
    private final CommentViews commentViews;
    private final TagViews tagViews;
    private final Authors authors;
    private final People people;
    private final ViewCounts counts;

    ArticleReading(
            ArticleViews views,
            CommentViews commentViews,
            TagViews tagViews,
            Authors authors,
            People people,
            ViewCounts counts) {
        this.views = views;
        this.commentViews = commentViews;
        this.tagViews = tagViews;
        this.authors = authors;
        this.people = people;
        this.counts = counts;
    }

    /** Published articles, newest first. A person whom nobody knows has written and liked nothing. */
    public ArticleList list(ArticleQuery query, @Nullable UserId reader, OffsetPage page) {
        return filter(query)
                .map(filter -> page(
                        page,
                        rows -> views.articles(filter, reader, rows, page.offset()),
                        () -> views.countArticles(filter)))
                .orElseGet(() -> new ArticleList(List.of(), 0));
    }

    /** Published articles by people whom the reader follows, newest first. */
    public ArticleList feed(UserId reader, OffsetPage page) {
        return page(page, rows -> views.feed(reader, rows, page.offset()), () -> views.countFeed(reader));
    }

    /** Published articles, newest first; the hundred-thousandth page costs what the first one does. */
    public Page<ListedView> slice(ArticleFilter filter, @Nullable UserId reader, PageRequest page) {
        var rows = views.articlesAfter(filter, reader, page.afterPlace(LIST), page.rowsToRead());
        var slice = Page.of(rows, page, row -> Cursor.of(LIST, row.publishedAt(), row.id()));
        return new Page<>(withAuthors(slice.items()), slice.next());
    }

    /** How many articles {@link #slice} has on all its pages; counting ends at {@value OffsetPage#REACH}. */
    public long count(ArticleFilter filter) {
        return views.countArticles(filter);
    }

    /** A published article; it counts as read once more. */
    public ArticleView article(String slug, @Nullable UserId reader) {
        var article = views.articleBySlug(slug, reader)
                .filter(found -> found.status().isReadByAll())
                .orElseThrow(ArticleReading::noSuchArticle);
        counts.viewed(article.id());
        return withAuthor(article);
    }

    /** The first thousand visible comments of a published article after the given number, oldest first. */
    public List<CommentView> comments(String slug, @Nullable UserId reader, long after) {
        var article = views.articleBySlug(slug, reader)
                .filter(found -> found.status().isReadByAll())
                .orElseThrow(ArticleReading::noSuchArticle);
        return withAuthorsOfComments(commentViews.comments(article.id(), reader, after, MOST_COMMENTS));
    }

    /** Names of the tags that published articles carry, in alphabetical order. */
    public List<String> tags() {
        return tagViews.tags(MOST_TAGS);
    }

    /** An article as those who work on it see it, for services that have just changed it. */
    ArticleView show(ArticleId id, UserId reader) {
        return withAuthor(views.article(id, reader).orElseThrow(ArticleReading::noSuchArticle));
    }

    private Optional<ArticleFilter> filter(ArticleQuery query) {
        var author = idOf(query.author());
        var fan = idOf(query.favoritedBy());
        boolean isKnown = (query.author() == null || author != null) && (query.favoritedBy() == null || fan != null);
        return isKnown ? Optional.of(new ArticleFilter(query.tag(), author, fan, null)) : Optional.empty();
    }

    private @Nullable UserId idOf(@Nullable String username) {
        return username == null
                ? null
                : people.findByUsername(username).map(PublicProfile::id).orElse(null);
    }

    private ArticleList page(OffsetPage page, IntFunction<List<ListedArticle>> read, LongSupplier count) {
        var rows = page.rows() == 0 ? List.<ListedArticle>of() : read.apply(page.rows());
        return new ArticleList(withAuthors(rows), total(rows, page, count));
    }

    /** Each row tells; a page without rows is beyond the last one, or the list is empty. */
    private static long total(List<ListedArticle> rows, OffsetPage page, LongSupplier count) {
        if (rows.isEmpty()) {
            return page.offset() == 0 ? 0 : count.getAsLong();
        }
        return Objects.requireNonNull(rows.getFirst().total(), "a list by offset without a total");
    }

    private List<ListedView> withAuthors(List<ListedArticle> rows) {
        var profiles = authors.of(rows.stream().map(ListedArticle::authorId).toList());
        return rows.stream()
                .map(row -> new ListedView(row, profiles.person(row.authorId(), row.following())))
                .toList();
    }

    private ArticleView withAuthor(ReadArticle article) {
        var profiles = authors.of(List.of(article.authorId()));
        return new ArticleView(article, profiles.person(article.authorId(), article.following()));
    }

    private List<CommentView> withAuthorsOfComments(List<ReadComment> rows) {
        var profiles = authors.of(rows.stream().map(ReadComment::authorId).toList());
        return rows.stream()
                .map(row -> new CommentView(row, profiles.person(row.authorId(), row.following())))
                .toList();
    }

    private static DomainException noSuchArticle() {
        return PublishingProblem.NO_SUCH_POST.because("It was deleted, or never published, or the address is wrong.");
    }
}
