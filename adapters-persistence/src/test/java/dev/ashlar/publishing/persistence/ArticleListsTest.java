package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.domain.Writings.LATER;
import static dev.ashlar.publishing.domain.Writings.NOW;
import static dev.ashlar.publishing.domain.Writings.category;
import static dev.ashlar.publishing.domain.Writings.draft;
import static dev.ashlar.publishing.domain.Writings.newTagId;
import static dev.ashlar.publishing.domain.Writings.someone;
import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.publishing.ArticleId;
import dev.ashlar.publishing.application.ArticleFilter;
import dev.ashlar.publishing.application.ListedArticle;
import dev.ashlar.publishing.domain.Article;
import dev.ashlar.publishing.domain.ArticleEdit;
import dev.ashlar.publishing.domain.ArticleStatus;
import dev.ashlar.publishing.domain.CategoryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever was done to articles: lists, however they page, and counts agree with what each article says of itself. */
@PersistenceTest
@RolledBack
class ArticleListsTest {
    private static final List<String> WORDS = List.of("red", "green", "blue", "grey");

    private final List<UserId> people = List.of(someone(), someone(), someone());
    private final List<ArticleId> articles = new ArrayList<>();
    private final Set<Liking> likings = new HashSet<>();
    private final Set<Following> followings = new HashSet<>();
    private final List<CategoryId> shelves = new ArrayList<>();

    @Autowired
    private ArticleViewMapper views;

    @Autowired
    private TagViewMapper tagViews;

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

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreeUnderEveryFilter(long seed) {
        live(new Random(seed));

        for (var tag : withNone(WORDS)) {
            for (var author : withNone(people)) {
                for (var fan : withNone(people)) {
                    for (var shelf : withNone(shelves)) {
                        var filter = new ArticleFilter(
                                tag.orElse(null), author.orElse(null), fan.orElse(null), shelf.orElse(null));
                        assertSees(filter, seen(post -> matches(filter, post)));
                    }
                }
            }
        }
        for (var reader : people) {
            var feed = seen(post -> followings.contains(new Following(reader, post.authorId())));
            assertThat(pagesOfFeed(reader)).isEqualTo(feed);
            assertThat(views.countFeed(reader)).isEqualTo(feed.size());
            assertThat(views.feed(reader, 7, 0))
                    .extracting(ListedArticle::total)
                    .allMatch(total -> Objects.equals(total, (long) feed.size()));
        }
        assertThat(tagViews.tags(10))
                .isEqualTo(visible()
                        .flatMap(post -> post.tags().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private void assertSees(ArticleFilter filter, List<ArticleId> expected) {
        assertThat(pagesByOffset(filter)).as("%s by offset", filter).isEqualTo(expected);
        assertThat(pagesByKey(filter)).as("%s by key", filter).isEqualTo(expected);
        assertThat(views.countArticles(filter)).as("%s counted", filter).isEqualTo(expected.size());
        assertThat(views.articles(filter, null, 7, 0))
                .extracting(ListedArticle::total)
                .as("%s counted on a page", filter)
                .allMatch(total -> Objects.equals(total, (long) expected.size()));
    }

    /** A few hundred things that happen to articles. */
    private void live(Random random) {
        for (var name : List.of("One", "Two")) {
            var shelf = category(name);
            categories.insert(shelf);
            shelves.add(shelf.id());
        }
        tags.create(WORDS.stream().map(word -> newTagId()).toList(), WORDS, NOW);
        for (int i = 0; i < 40; i++) {
            var post = draft("Article " + i, one(random, people), words(random));
            posts.insert(post, post.spareSlug());
            tags.attach(post.id(), post.tags());
            articles.add(post.id());
        }
        for (int i = 0; i < 300; i++) {
            happen(random, one(random, articles));
        }
    }

    private void happen(Random random, ArticleId article) {
        var at = NOW.plusSeconds(random.nextInt(20)); // so that some are published at the same moment
        switch (random.nextInt(8)) {
            case 0, 1, 2 ->
                posts.move(
                        article,
                        ArticleStatus.LIFECYCLE.before(ArticleStatus.PUBLISHED),
                        ArticleStatus.PUBLISHED,
                        at,
                        at);
            case 3 -> posts.move(article, List.of(ArticleStatus.PUBLISHED), ArticleStatus.ARCHIVED, null, LATER);
            case 4 -> posts.find(article).ifPresent(post -> posts.delete(article, post.version(), LATER));
            case 5 -> posts.findDeleted(article).ifPresent(post -> posts.restore(article, post.spareSlug(), LATER));
            case 6 -> posts.find(article).ifPresent(post -> edit(random, post));
            default -> {
                likings.add(new Liking(one(random, people), article));
                likings.forEach(liking -> favorites.add(liking.fan(), liking.article(), NOW));
                followings.add(new Following(one(random, people), one(random, people)));
                followings.forEach(following -> follows.add(following.reader(), following.author(), NOW));
            }
        }
    }

    private void edit(Random random, Article post) {
        var edited = post.with(
                new ArticleEdit(
                        Change.keep(),
                        Change.keep(),
                        Change.keep(),
                        Change.to(List.of(words(random))),
                        Change.keep(),
                        Change.to(one(random, shelves))),
                LATER);
        posts.edit(edited, edited.spareSlug(), post.version());
        tags.detachAllBut(post.id(), edited.tags());
        tags.attach(post.id(), edited.tags());
    }

    private List<ArticleId> seen(Predicate<Article> wanted) {
        return visible()
                .filter(wanted)
                .sorted(comparing(ArticleListsTest::publishedAt)
                        .thenComparing(post -> post.id().value().toString())
                        .reversed())
                .map(Article::id)
                .toList();
    }

    private Stream<Article> visible() {
        return articles.stream().map(posts::find).flatMap(Optional::stream).filter(Article::isPublished);
    }

    private boolean matches(ArticleFilter filter, Article post) {
        var fan = filter.favoritedBy();
        return (filter.tag() == null || post.tags().contains(filter.tag()))
                && (filter.author() == null || post.authorId().equals(filter.author()))
                && (fan == null || likings.contains(new Liking(fan, post.id())))
                && (filter.category() == null || filter.category().equals(post.categoryId()));
    }

    private List<ArticleId> pagesByOffset(ArticleFilter filter) {
        var ids = new ArrayList<ArticleId>();
        var page = views.articles(filter, null, 7, 0);
        while (!page.isEmpty()) {
            page.forEach(row -> ids.add(row.id()));
            page = views.articles(filter, null, 7, ids.size());
        }
        return ids;
    }

    private List<ArticleId> pagesByKey(ArticleFilter filter) {
        var ids = new ArrayList<ArticleId>();
        var page = views.articlesAfter(filter, null, null, 7);
        while (!page.isEmpty()) {
            page.forEach(row -> ids.add(row.id()));
            page = views.articlesAfter(filter, null, place(page.getLast()), 7);
        }
        return ids;
    }

    private List<ArticleId> pagesOfFeed(UserId reader) {
        var ids = new ArrayList<ArticleId>();
        var page = views.feed(reader, 7, 0);
        while (!page.isEmpty()) {
            page.forEach(row -> ids.add(row.id()));
            page = views.feed(reader, 7, ids.size());
        }
        return ids;
    }

    private static Cursor.Place place(ListedArticle row) {
        return new Cursor.Place(row.publishedAt(), row.id().value());
    }

    private static Instant publishedAt(Article post) {
        return Objects.requireNonNull(post.publishedAt());
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

    private record Liking(UserId fan, ArticleId article) {}

    private record Following(UserId reader, UserId author) {}
}
