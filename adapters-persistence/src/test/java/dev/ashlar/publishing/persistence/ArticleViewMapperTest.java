// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.CopiedProfiles.profile;
import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.category;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.filing;
import static dev.ashlar.publishing.domain.Writings.newTagId;
import static dev.ashlar.publishing.domain.Writings.user;
import static dev.ashlar.publishing.persistence.BylineMapperTest.byline;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.application.ArticleDetails;
import dev.ashlar.publishing.application.ArticleFilter;
import dev.ashlar.publishing.application.ArticleSummary;
import dev.ashlar.publishing.application.ArticleViews.Counted;
import dev.ashlar.publishing.application.ArticleViews.Listed;
import dev.ashlar.publishing.application.ArticleViews.Shown;
import dev.ashlar.publishing.application.CategoryView;
import dev.ashlar.publishing.application.OffsetPage;
import dev.ashlar.publishing.application.Reception;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.Category;
import dev.ashlar.publishing.domain.Publication;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
@RolledBack
@Kills(mutant = "mapper ArticleViewMapper.reception owner", test = "showsAnArticleWithItsReception")
class ArticleViewMapperTest {
    private static final ArticleFilter ALL = new ArticleFilter(null, null, null, null, null);

    private final UserId author = user();
    private final UserId reader = user();

    @Autowired
    private ArticleViewMapper views;

    @Autowired
    private ArticleMapper articles;

    @Autowired
    private TagMapper tags;

    @Autowired
    private CategoryMapper categories;

    @Autowired
    private FavoriteMapper favorites;

    @Autowired
    private FollowMapper follows;

    @Autowired
    private ProfileCopyMapper copies;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void copyProfiles() {
        copies.store(profile(author, "author", 0), NOW);
        copies.store(profile(reader, "reader", 0), NOW);
    }

    @Test
    void showsAnArticleWithItsReception() {
        var article = published("Whole", NOW, "b", "a");
        favorites.add(reader, article.id(), NOW);
        favorites.add(user(), article.id(), NOW);
        follows.add(reader, author, NOW);

        var expected = new ArticleSummary(
                article.id(),
                "whole",
                "Whole",
                "About Whole",
                List.of("b", "a"),
                new ArticleSummary.Source(author, null),
                new Reception(true, true, 2),
                new ArticleSummary.Dates(NOW, NOW, NOW));
        var listed = new Listed(expected, byline("author"));
        assertThat(views.articles(ALL, reader, 10, 0)).containsExactly(new Counted(listed, 1));
        assertThat(views.feed(reader, 10, 0)).containsExactly(new Counted(listed, 1));
        assertThat(views.articlesAfter(ALL, reader, null, 10)).containsExactly(listed);
        assertThat(views.articles(ALL, user(), 10, 0))
                .as("another reader's favorite")
                .extracting(row -> row.listed().article().reception())
                .containsExactly(new Reception(false, false, 2));
        assertThat(views.articles(ALL, null, 10, 0))
                .extracting(row -> row.listed().article().reception())
                .containsExactly(new Reception(false, false, 2));
        assertThat(views.article(null, "whole", reader)).isEqualTo(views.article(article.id(), null, reader));
        assertThat(views.article(null, "whole", reader))
                .contains(new Shown(
                        new ArticleDetails(
                                article.id(),
                                "whole",
                                article.text(),
                                article.filing(),
                                new Publication(ArticleStatus.PUBLISHED, NOW),
                                new Reception(true, true, 2),
                                new ArticleDetails.Edition(0, NOW, NOW, 0)),
                        byline("author")));
        assertThat(views.article(article.id(), null, null))
                .map(row -> row.article().reception())
                .contains(new Reception(false, false, 2));
    }

    @Test
    void listsPublishedLiveArticlesOnly() {
        published("Seen", NOW);
        stored(draft("Draft", author));
        var deleted = published("Deleted", NOW);
        articles.delete(deleted.id(), 0, LATER);
        follows.add(reader, author, NOW);
        assertThat(views.articles(ALL, null, 10, 0))
                .extracting(row -> row.listed().article().slug())
                .containsExactly("seen");
        assertThat(views.articlesAfter(ALL, null, null, 10))
                .extracting(row -> row.article().slug())
                .containsExactly("seen");
        assertThat(views.feed(reader, 10, 0))
                .extracting(row -> row.listed().article().slug())
                .containsExactly("seen");
        assertThat(views.countArticles(ALL)).isEqualTo(1);
        assertThat(views.feed(reader, 10, 0)).extracting(Counted::total).containsExactly(1L);
        assertThat(views.article(null, "deleted", null)).isEmpty();
        assertThat(views.article(deleted.id(), null, null)).isEmpty();
    }

    @Test
    void countsTheListedArticlesUnderEveryFilter() {
        var cooking = stored(category("Cooking"));
        var first = published("First", NOW, "x", "y");
        var second = published("Second", LATER, "y");
        var other = stored(draft("Other").published(NOW));
        favorites.add(reader, first.id(), NOW);
        favorites.add(reader, other.id(), NOW);
        favorites.add(user(), second.id(), NOW);
        articles.edit(second.with(filing(cooking.id()), second.updatedAt()), second.spareSlug(), 0);
        assertSees(ALL, "second", "other", "first");
        assertSees(new ArticleFilter("y", null, null, null, null), "second", "first");
        assertSees(new ArticleFilter("x", null, null, null, null), "first");
        assertSees(new ArticleFilter("z", null, null, null, null));
        assertSees(new ArticleFilter(null, author, null, null, null), "second", "first");
        assertSees(new ArticleFilter(null, null, "AUTHOR", null, null), "second", "first");
        assertSees(new ArticleFilter(null, null, "nobody", null, null));
        assertSees(new ArticleFilter(null, null, null, "reader", null), "other", "first");
        assertSees(new ArticleFilter(null, null, null, "nobody", null));
        assertSees(new ArticleFilter(null, null, null, null, cooking.id()), "second");
        assertSees(new ArticleFilter("y", author, "author", "reader", null), "first");
    }

    @Test
    void countsArticlesUpToTheLastThatAPageReaches() {
        published("One", NOW);
        count(9_997);
        assertThat(views.countArticles(ALL)).isEqualTo(9_998);
        count(1);
        count(2);
        assertThat(views.countArticles(ALL)).isEqualTo(OffsetPage.REACH);
    }

    @Test
    void pagesByOffsetAndByKeyThroughArticlesOfTheSameTime() {
        for (int i = 0; i < 5; i++) {
            published("Same " + i, NOW);
        }
        var all = views.articles(ALL, null, 10, 0);
        assertThat(views.articles(ALL, null, 2, 2)).isEqualTo(all.subList(2, 4));
        var after = place(all.get(1).listed().article());
        assertThat(views.articlesAfter(ALL, null, after, 2))
                .extracting(row -> row.article().slug())
                .containsExactly(
                        all.get(2).listed().article().slug(),
                        all.get(3).listed().article().slug());
    }

    @Test
    void listsArticlesOfFollowedAuthorsInTheFeed() {
        published("Followed", NOW);
        stored(draft("Stranger").published(NOW));
        assertThat(views.feed(reader, 10, 0)).isEmpty();
        follows.add(reader, author, NOW);
        assertThat(views.feed(reader, 10, 0))
                .extracting(row -> row.listed().article().slug())
                .containsExactly("followed");
        assertThat(views.feed(reader, 10, 1)).isEmpty();
    }

    @Test
    void listsTagsOfPublishedLiveArticlesTheMostUsedFirst() {
        published("One", NOW, "zebra", "ant");
        articles.delete(published("Two", NOW, "ghost").id(), 0, LATER);
        assertThat(views.tags(10)).containsExactly("ant", "zebra");
        published("Three", NOW, "zebra");
        assertThat(views.tags(10)).containsExactly("zebra", "ant");
        assertThat(views.tags(1)).containsExactly("zebra");
    }

    @Test
    void listsCategoriesInTheOrderOfTheirCreation() {
        var first = stored(category("Zoo"));
        var second = stored(category("Art"));
        assertThat(views.categories(null, 10))
                .containsExactly(new CategoryView(first.id(), "Zoo", 0), new CategoryView(second.id(), "Art", 0));
        assertThat(views.categories(first.id().value(), 10))
                .extracting(CategoryView::name)
                .containsExactly("Art");
    }

    /** Stores a number of articles of another author. */
    private void count(int articles) {
        jdbc.sql("INSERT INTO publishing.author_counts (author_id, article_count) VALUES (?, ?)")
                .params(user().value(), articles)
                .update();
    }

    private void assertSees(ArticleFilter filter, String... slugs) {
        assertThat(views.articles(filter, null, 10, 0))
                .extracting(row -> row.listed().article().slug())
                .containsExactly(slugs);
        assertThat(views.articlesAfter(filter, null, null, 10))
                .extracting(row -> row.article().slug())
                .containsExactly(slugs);
        assertThat(views.countArticles(filter)).isEqualTo(slugs.length);
    }

    private Article published(String title, Instant at, String... names) {
        var article = stored(draft(title, author, names).published(at));
        if (names.length > 0) {
            tags.create(Arrays.stream(names).map(name -> newTagId()).toList(), List.of(names), NOW);
            tags.index(article.id(), List.of(names));
        }
        return article;
    }

    private Article stored(Article article) {
        articles.insert(article, article.spareSlug());
        return article;
    }

    private Category stored(Category category) {
        categories.insert(category);
        return category;
    }

    private static Cursor.Place place(ArticleSummary article) {
        return new Cursor.Place(article.dates().publishedAt(), article.id().value());
    }
}
