package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.category;
import static dev.ashlar.publishing.domain.Writings.comment;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.newTagId;
import static dev.ashlar.publishing.domain.Writings.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.application.ArticleFilter;
import dev.ashlar.publishing.application.CategoryView;
import dev.ashlar.publishing.application.DeletedArticle;
import dev.ashlar.publishing.application.ListedArticle;
import dev.ashlar.publishing.application.MonthlyStats;
import dev.ashlar.publishing.application.OwnArticle;
import dev.ashlar.publishing.application.OwnFilter;
import dev.ashlar.publishing.application.ReadComment;
import dev.ashlar.publishing.domain.Category;
import dev.ashlar.publishing.domain.CommentStatus;
import dev.ashlar.publishing.domain.Post;
import dev.ashlar.publishing.domain.PostEdit;
import dev.ashlar.publishing.domain.PostStatus;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class PublishingViewMapperTest {
    private static final ArticleFilter ALL = new ArticleFilter(null, null, null, null);

    private final UserId author = someone();
    private final UserId reader = someone();

    @Autowired
    private PublishingViewMapper views;

    @Autowired
    private PostMapper posts;

    @Autowired
    private TagMapper tags;

    @Autowired
    private CommentMapper comments;

    @Autowired
    private CategoryMapper categories;

    @Autowired
    private FavoriteMapper favorites;

    @Autowired
    private FollowMapper follows;

    @Test
    void showsWhatBelongsToAnArticle() {
        var post = published("Whole", NOW, "b", "a");
        favorites.add(reader, post.id(), NOW);
        favorites.add(someone(), post.id(), NOW);
        follows.add(reader, author, NOW);

        var expected = new ListedArticle(
                post.id(),
                "whole",
                "Whole",
                "About Whole",
                List.of("b", "a"),
                author,
                null,
                true,
                true,
                2,
                NOW,
                NOW,
                NOW,
                1L);
        assertThat(views.articles(ALL, reader, 10, 0)).containsExactly(expected);
        assertThat(views.feed(reader, 10, 0)).containsExactly(expected);
        assertThat(views.articlesAfter(ALL, reader, null, 10))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("total")
                .containsExactly(expected);
        assertThat(views.articles(ALL, someone(), 10, 0)).singleElement().satisfies(article -> {
            assertThat(article.favorited()).as("somebody else's like").isFalse();
            assertThat(article.following()).isFalse();
        });
        assertThat(views.articles(ALL, null, 10, 0)).singleElement().satisfies(article -> {
            assertThat(article.favorited()).isFalse();
            assertThat(article.following()).isFalse();
            assertThat(article.favoritesCount()).isEqualTo(2);
        });
        assertThat(views.articleBySlug("whole", reader)).isEqualTo(views.article(post.id(), reader));
        assertThat(views.articleBySlug("whole", reader)).hasValueSatisfying(article -> {
            assertThat(article.body()).isEqualTo("The text of Whole");
            assertThat(article.tags()).containsExactly("b", "a");
            assertThat(article.favorited()).isTrue();
            assertThat(article.following()).isTrue();
            assertThat(article.favoritesCount()).isEqualTo(2);
            assertThat(article.status()).isEqualTo(PostStatus.PUBLISHED);
        });
        assertThat(views.article(post.id(), null)).hasValueSatisfying(article -> {
            assertThat(article.favorited()).isFalse();
            assertThat(article.following()).isFalse();
        });
    }

    @Test
    void listsOnlyWhatReadersSee() {
        published("Seen", NOW);
        stored(draft("Draft", author));
        var deleted = published("Deleted", NOW);
        posts.delete(deleted.id(), 0, LATER);
        follows.add(reader, author, NOW);
        assertThat(views.articles(ALL, null, 10, 0))
                .extracting(ListedArticle::slug)
                .containsExactly("seen");
        assertThat(views.articlesAfter(ALL, null, null, 10))
                .extracting(ListedArticle::slug)
                .containsExactly("seen");
        assertThat(views.feed(reader, 10, 0)).extracting(ListedArticle::slug).containsExactly("seen");
        assertThat(views.countArticles(ALL)).isEqualTo(1);
        assertThat(views.countFeed(reader)).isEqualTo(1);
        assertThat(views.articleBySlug("deleted", null)).isEmpty();
        assertThat(views.article(deleted.id(), null)).isEmpty();
    }

    @Test
    void countsWhatItListsUnderEveryFilter() {
        var cooking = stored(category("Cooking"));
        var first = published("First", NOW, "x", "y");
        var second = published("Second", LATER, "y");
        var other = stored(draft("Other").published(NOW));
        favorites.add(reader, first.id(), NOW);
        favorites.add(reader, other.id(), NOW);
        posts.edit(filedUnder(second, cooking), second.spareSlug(), 0);
        assertSees(ALL, "second", "other", "first");
        assertSees(new ArticleFilter("y", null, null, null), "second", "first");
        assertSees(new ArticleFilter("x", null, null, null), "first");
        assertSees(new ArticleFilter("z", null, null, null));
        assertSees(new ArticleFilter(null, author, null, null), "second", "first");
        assertSees(new ArticleFilter(null, null, reader, null), "other", "first");
        assertSees(new ArticleFilter(null, null, null, cooking.id()), "second");
        assertSees(new ArticleFilter("y", author, reader, null), "first");
    }

    @Test
    void pagesBothWaysThroughArticlesOfOneMoment() {
        for (int i = 0; i < 5; i++) {
            published("Same " + i, NOW);
        }
        var all = views.articles(ALL, null, 10, 0);
        assertThat(views.articles(ALL, null, 2, 2)).isEqualTo(all.subList(2, 4));
        var after = new Cursor.Place(all.get(1).publishedAt(), all.get(1).id().value());
        assertThat(views.articlesAfter(ALL, null, after, 2))
                .extracting(ListedArticle::slug)
                .containsExactly(all.get(2).slug(), all.get(3).slug());
    }

    @Test
    void readsTheFeedOfThoseFollowed() {
        published("Followed", NOW);
        stored(draft("Stranger").published(NOW));
        assertThat(views.feed(reader, 10, 0)).isEmpty();
        follows.add(reader, author, NOW);
        assertThat(views.feed(reader, 10, 0)).extracting(ListedArticle::slug).containsExactly("followed");
        assertThat(views.feed(reader, 10, 1)).isEmpty();
    }

    @Test
    void showsVisibleComments() {
        var post = published("Talk", NOW);
        var first = comment(post, "first");
        long number = comments.insert(first);
        var hidden = comment(post, "hidden");
        comments.insert(hidden);
        comments.move(hidden.id(), CommentStatus.VISIBLE, CommentStatus.HIDDEN, LATER);
        var deleted = comment(post, "deleted");
        comments.insert(deleted);
        comments.delete(deleted.id(), LATER);
        long last = comments.insert(comment(post, "last"));
        follows.add(reader, first.authorId(), NOW);
        assertThat(views.comments(post.id(), reader, 0, 1))
                .containsExactly(new ReadComment(number, "first", first.authorId(), true, NOW, NOW));
        assertThat(views.comments(post.id(), null, number, 10)).singleElement().satisfies(comment -> {
            assertThat(comment.number()).isEqualTo(last);
            assertThat(comment.following()).isFalse();
        });
    }

    @Test
    void knowsTheTagsOfPublishedArticles() {
        published("One", NOW, "zebra", "ant");
        posts.delete(published("Two", NOW, "ghost").id(), 0, LATER);
        assertThat(views.tags(10)).containsExactly("ant", "zebra");
        assertThat(views.tags(1)).containsExactly("ant");
    }

    @Test
    void listsWhatOneWritesOrEdits() {
        var mine = stored(draft("Mine", author));
        var edited = stored(draft("Edited"));
        posts.edit(editedBy(edited, author), edited.spareSlug(), 0);
        stored(draft("Other"));
        assertThat(views.own(author, new OwnFilter(null), null, 10))
                .extracting(OwnArticle::id)
                .containsExactly(edited.id(), mine.id());
        assertThat(views.own(author, new OwnFilter(null), edited.id().value(), 10))
                .extracting(OwnArticle::id)
                .containsExactly(mine.id());
        assertThat(views.own(author, new OwnFilter(PostStatus.PUBLISHED), null, 10))
                .isEmpty();
    }

    @Test
    void listsTheTrashOfItsAuthor() {
        var first = stored(draft("First", author));
        var second = stored(draft("Second", author));
        posts.delete(first.id(), 0, NOW);
        posts.delete(second.id(), 0, LATER);
        posts.delete(stored(draft("Other")).id(), 0, LATER);
        assertThat(views.trash(author, null, 10))
                .extracting(DeletedArticle::id)
                .containsExactly(second.id(), first.id());
        assertThat(views.trash(author, new Cursor.Place(LATER, second.id().value()), 10))
                .extracting(DeletedArticle::id)
                .containsExactly(first.id());
    }

    @Test
    void listsCategories() {
        var first = stored(category("Zoo"));
        var second = stored(category("Art"));
        assertThat(views.categories(null, 10))
                .containsExactly(new CategoryView(first.id(), "Zoo", 0), new CategoryView(second.id(), "Art", 0));
        assertThat(views.categories(first.id().value(), 10))
                .extracting(CategoryView::name)
                .containsExactly("Art");
    }

    @Test
    void addsUpMonthsByUtcWithoutMultiplying() {
        var october = published("October", Instant.parse("2026-10-31T23:59:59Z"));
        var november = published("November", Instant.parse("2026-11-01T00:00:00Z"));
        published("November 2", NOW);
        favorites.add(reader, november.id(), NOW);
        favorites.add(someone(), november.id(), NOW);
        comments.insert(comment(november, "one"));
        comments.insert(comment(november, "two"));
        comments.insert(comment(november, "three"));
        posts.addViews(List.of(october.id(), november.id()), List.of(7L, 5L));
        assertThat(views.monthly(author, Instant.EPOCH))
                .containsExactly(
                        new MonthlyStats(YearMonth.of(2026, 10), 1, 7, 0, 0),
                        new MonthlyStats(YearMonth.of(2026, 11), 2, 5, 2, 3));
        assertThat(views.monthly(author, Instant.parse("2026-11-01T00:00:00Z"))).hasSize(1);
    }

    private void assertSees(ArticleFilter filter, String... slugs) {
        assertThat(views.articles(filter, null, 10, 0))
                .extracting(ListedArticle::slug)
                .containsExactly(slugs);
        assertThat(views.articlesAfter(filter, null, null, 10))
                .extracting(ListedArticle::slug)
                .containsExactly(slugs);
        assertThat(views.countArticles(filter)).isEqualTo(slugs.length);
    }

    private Post published(String title, Instant at, String... names) {
        var post = stored(draft(title, author, names).published(at));
        if (names.length > 0) {
            tags.create(Arrays.stream(names).map(name -> newTagId()).toList(), List.of(names), NOW);
            tags.attach(post.id(), List.of(names));
        }
        return post;
    }

    private Post stored(Post post) {
        posts.insert(post, post.spareSlug());
        return post;
    }

    private Category stored(Category category) {
        categories.insert(category);
        return category;
    }

    private static Post filedUnder(Post post, Category category) {
        return with(post, null, category);
    }

    private static Post editedBy(Post post, UserId editor) {
        return with(post, editor, null);
    }

    private static Post with(Post post, @Nullable UserId editor, @Nullable Category category) {
        var edit = new PostEdit(
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.keep(),
                Change.to(editor),
                Change.to(category == null ? null : category.id()));
        return post.with(edit, post.updatedAt());
    }
}
