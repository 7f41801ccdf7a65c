package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.category;
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
import dev.ashlar.publishing.application.ListedArticle;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.Category;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class ArticleViewMapperTest {
    private static final ArticleFilter ALL = new ArticleFilter(null, null, null, null);

    private final UserId author = someone();
    private final UserId reader = someone();

    @Autowired
    private ArticleViewMapper views;

    @Autowired
    private ArticleMapper posts;

    @Autowired
    private TagMapper tags;

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
            assertThat(article.status()).isEqualTo(ArticleStatus.PUBLISHED);
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
        favorites.add(someone(), second.id(), NOW);
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

    private void assertSees(ArticleFilter filter, String... slugs) {
        assertThat(views.articles(filter, null, 10, 0))
                .extracting(ListedArticle::slug)
                .containsExactly(slugs);
        assertThat(views.articlesAfter(filter, null, null, 10))
                .extracting(ListedArticle::slug)
                .containsExactly(slugs);
        assertThat(views.countArticles(filter)).isEqualTo(slugs.length);
    }

    private Article published(String title, Instant at, String... names) {
        var post = stored(draft(title, author, names).published(at));
        if (names.length > 0) {
            tags.create(Arrays.stream(names).map(name -> newTagId()).toList(), List.of(names), NOW);
            tags.attach(post.id(), List.of(names));
        }
        return post;
    }

    private Article stored(Article post) {
        posts.insert(post, post.spareSlug());
        return post;
    }

    private Category stored(Category category) {
        categories.insert(category);
        return category;
    }

    private static Article filedUnder(Article post, Category category) {
        var edit = new ArticleEdit(
                Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.to(category.id()));
        return post.with(edit, post.updatedAt());
    }
}
