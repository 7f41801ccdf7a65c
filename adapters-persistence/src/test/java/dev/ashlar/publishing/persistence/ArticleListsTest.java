// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.CopiedProfiles.profile;
import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.category;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.newTagId;
import static dev.ashlar.publishing.domain.Writings.user;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleFilter;
import dev.ashlar.publishing.application.ArticleSummary;
import dev.ashlar.publishing.application.ArticleViews.Counted;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.CategoryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists by offset, lists by key and counts against the articles themselves, after random changes. */
@PersistenceTest
@RolledBack
class ArticleListsTest {
    private static final List<String> WORDS = List.of("red", "green", "blue", "grey");

    private final List<UserId> people = List.of(user(), user(), user());
    private final List<ArticleId> ids = new ArrayList<>();
    private final Set<Favored> favored = new HashSet<>();
    private final Set<Following> followings = new HashSet<>();
    private final List<CategoryId> shelves = new ArrayList<>();

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

    @Test
    void listsTheMatchingArticlesUnderEveryFilter() {
        compareAfterChanges(1);
    }

    @ParameterizedTest
    @Tag("exhaustive")
    @ValueSource(longs = {2, 3})
    void listsThemAfterOtherChanges(long seed) {
        compareAfterChanges(seed);
    }

    private void compareAfterChanges(long seed) {
        live(new Random(seed));

        for (var tag : withNone(WORDS)) {
            for (var author : withNone(people)) {
                for (var fan : withNone(people)) {
                    for (var shelf : withNone(shelves)) {
                        var filter = new ArticleFilter(
                                tag.orElse(null),
                                author.orElse(null),
                                author.map(this::nameOf).orElse(null),
                                fan.map(this::nameOf).orElse(null),
                                shelf.orElse(null));
                        assertSees(filter, seen(article -> matches(filter, article)));
                    }
                }
            }
        }
        for (var reader : people) {
            var feed = seen(article ->
                    followings.contains(new Following(reader, article.filing().authorId())));
            assertThat(pagesOfFeed(reader)).isEqualTo(feed);
            assertThat(views.feed(reader, 7, 0)).extracting(Counted::total).allMatch(total -> total == feed.size());
        }
        assertThat(views.tags(10))
                .isEqualTo(visible()
                        .flatMap(article -> article.text().tags().stream())
                        .collect(groupingBy(name -> name, counting()))
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private void assertSees(ArticleFilter filter, List<ArticleId> expected) {
        assertThat(pagesByOffset(filter)).as("%s by offset", filter).isEqualTo(expected);
        assertThat(pagesByKey(filter)).as("%s by key", filter).isEqualTo(expected);
        assertThat(views.countArticles(filter)).as("%s counted", filter).isEqualTo(expected.size());
        assertThat(views.articles(filter, null, 7, 0))
                .extracting(Counted::total)
                .as("%s counted on a page", filter)
                .allMatch(total -> total == expected.size());
    }

    /** Applies a few hundred random changes. */
    private void live(Random random) {
        people.forEach(person -> copies.store(profile(person, nameOf(person), 0), NOW));
        for (var name : List.of("One", "Two")) {
            var shelf = category(name);
            categories.insert(shelf);
            shelves.add(shelf.id());
        }
        tags.create(WORDS.stream().map(word -> newTagId()).toList(), WORDS, NOW);
        for (int i = 0; i < 40; i++) {
            var article = draft("Article " + i, one(random, people), words(random));
            articles.insert(article, article.spareSlug());
            tags.index(article.id(), article.text().tags());
            ids.add(article.id());
        }
        for (int i = 0; i < 300; i++) {
            happen(random, one(random, ids));
        }
    }

    private void happen(Random random, ArticleId id) {
        var at = NOW.plusSeconds(random.nextInt(20)); // so that some are published at the same moment
        switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                articles.move(
                        id, ArticleStatus.LIFECYCLE.before(ArticleStatus.PUBLISHED), ArticleStatus.PUBLISHED, at, at);
            case 3 -> articles.move(id, List.of(ArticleStatus.PUBLISHED), ArticleStatus.ARCHIVED, null, LATER);
            case 4 -> articles.find(id).ifPresent(article -> articles.delete(id, article.version(), LATER));
            case 5 -> articles.findDeleted(id).ifPresent(article -> articles.restore(id, article.spareSlug(), LATER));
            case 6 -> articles.find(id).ifPresent(article -> edit(random, article));
            default -> {
                favored.add(new Favored(one(random, people), id));
                favored.forEach(pair -> favorites.add(pair.reader(), pair.article(), NOW));
                followings.add(new Following(one(random, people), one(random, people)));
                followings.forEach(following -> follows.add(following.reader(), following.author(), NOW));
            }
        }
    }

    private void edit(Random random, Article article) {
        var edited = article.with(
                new ArticleEdit(
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.to(List.of(words(random))),
                        Change.keep(),
                        Change.to(one(random, shelves))),
                LATER);
        articles.edit(edited, edited.spareSlug(), article.version());
        tags.index(article.id(), edited.text().tags());
    }

    private String nameOf(UserId person) {
        return "person-" + people.indexOf(person);
    }

    private List<ArticleId> seen(Predicate<Article> wanted) {
        return visible()
                .filter(wanted)
                .sorted(comparing(ArticleListsTest::publishedAt)
                        .thenComparing(article -> article.id().value().toString())
                        .reversed())
                .map(Article::id)
                .toList();
    }

    private Stream<Article> visible() {
        return ids.stream().map(articles::find).flatMap(Optional::stream).filter(Article::isPublished);
    }

    private boolean matches(ArticleFilter filter, Article article) {
        var fan = filter.favoritedBy();
        return (filter.tag() == null || article.text().tags().contains(filter.tag()))
                && (filter.author() == null || article.filing().authorId().equals(filter.author()))
                && (fan == null
                        || favored.stream()
                                .anyMatch(pair -> nameOf(pair.reader()).equals(fan)
                                        && pair.article().equals(article.id())))
                && (filter.category() == null
                        || filter.category().equals(article.filing().categoryId()));
    }

    private List<ArticleId> pagesByOffset(ArticleFilter filter) {
        var ids = new ArrayList<ArticleId>();
        var page = views.articles(filter, null, 7, 0);
        while (!page.isEmpty()) {
            page.forEach(row -> ids.add(row.listed().article().id()));
            page = views.articles(filter, null, 7, ids.size());
        }
        return ids;
    }

    private List<ArticleId> pagesByKey(ArticleFilter filter) {
        var ids = new ArrayList<ArticleId>();
        var page = views.articlesAfter(filter, null, null, 7);
        while (!page.isEmpty()) {
            page.forEach(row -> ids.add(row.article().id()));
            page = views.articlesAfter(filter, null, place(page.getLast().article()), 7);
        }
        return ids;
    }

    private List<ArticleId> pagesOfFeed(UserId reader) {
        var ids = new ArrayList<ArticleId>();
        var page = views.feed(reader, 7, 0);
        while (!page.isEmpty()) {
            page.forEach(row -> ids.add(row.listed().article().id()));
            page = views.feed(reader, 7, ids.size());
        }
        return ids;
    }

    private static Cursor.Place place(ArticleSummary row) {
        return new Cursor.Place(row.dates().publishedAt(), row.id().value());
    }

    private static Instant publishedAt(Article article) {
        return Objects.requireNonNull(article.publication().publishedAt());
    }

    private static <T> List<Optional<T>> withNone(List<T> values) {
        return Stream.concat(Stream.of(Optional.<T>empty()), values.stream().map(Optional::of))
                .toList();
    }

    private static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static String[] words(Random random) {
        return WORDS.stream().filter(word -> random.nextInt(3) == 0).toArray(String[]::new);
    }

    private record Favored(UserId reader, ArticleId article) {}

    private record Following(UserId reader, UserId author) {}
}
