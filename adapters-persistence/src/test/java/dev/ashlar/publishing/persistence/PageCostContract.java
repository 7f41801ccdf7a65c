// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Benchmarks;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.publishing.application.ArticleFilter;
import dev.ashlar.publishing.application.OffsetPage;
import dev.ashlar.publishing.domain.CategoryId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.ibatis.scripting.defaults.DefaultParameterHandler;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Cost of lists among very many articles, in database pages read: a measure that other load on the machine does not change. */
abstract class PageCostContract {
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final CategoryId SHELF = new CategoryId(author(1).value());
    private static final Pattern PLACE = Pattern.compile("\\?");
    private static final Pattern BUFFERS = Pattern.compile("\"Shared (?:Hit|Read) Blocks\": (\\d+)");

    @Autowired
    private FreshDatabase.Switch database;

    @Autowired
    private SqlSessionFactory sqlSessions;

    private boolean isFilled;

    /** Number of articles; one is published each minute. */
    protected abstract int articles();

    static List<ArticleFilter> filters() {
        return List.of(
                new ArticleFilter(null, null, null, null, null),
                new ArticleFilter("tag-3", null, null, null, null),
                new ArticleFilter(null, author(7), null, null, null),
                new ArticleFilter(null, null, "user-7", null, null),
                new ArticleFilter(null, null, null, null, SHELF));
    }

    /** Reader whose favorites are three of the oldest articles. */
    private static final ArticleFilter FEW_FAVORITES = new ArticleFilter(null, null, null, "user-99", null);

    @BeforeEach
    void fill() throws SQLException {
        if (isFilled) {
            return;
        }
        isFilled = true;
        Benchmarks.fill(database.database(), FILL.replace(":articles", String.valueOf(articles())));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void readsAPageInTheMiddleAtTheCostOfTheFirst(ArticleFilter filter) throws SQLException {
        long first = buffers("ArticleViewMapper.articlesAfter", page(filter, null));
        var middle = FIRST.plus(Duration.ofMinutes(articles() / 2));
        long deep = buffers("ArticleViewMapper.articlesAfter", page(filter, new Cursor.Place(middle, new UUID(0, 0))));
        assertThat(first).as("the first page").isLessThan(250);
        assertThat(deep).as("a page in the middle").isLessThan(first + first / 2 + 20);
    }

    @Test
    void readsFewFavoritesWithoutSearchingAllArticles() throws SQLException {
        assertThat(buffers("ArticleViewMapper.articles", page(FEW_FAVORITES, null)))
                .isLessThan(60);
        assertThat(buffers("ArticleViewMapper.countArticles", FEW_FAVORITES)).isLessThan(50);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void boundsTheLastPageByOffset(ArticleFilter filter) throws SQLException {
        var last = page(filter, null);
        last.put("offset", OffsetPage.REACH - 20);
        assertThat(buffers("ArticleViewMapper.articles", last)).isLessThan(5 * OffsetPage.REACH);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void boundsCounts(ArticleFilter filter) throws SQLException {
        assertThat(buffers("ArticleViewMapper.countArticles", filter)).isLessThan(5 * OffsetPage.REACH);
    }

    @Test
    void readsAPageOfEachFollowedAuthorForTheFeed() throws SQLException {
        var feed = new HashMap<String, @Nullable Object>();
        feed.put("reader", author(0));
        feed.put("limit", 20);
        feed.put("offset", 0);
        assertThat(buffers("ArticleViewMapper.feed", feed))
                .as("the first page, of ten people")
                .isLessThan(10 * 20 * 2 + 200);
    }

    /** Each of the twenty articles with its favorites, and whether the reader is among them and follows the author. */
    @Test
    void readsTheFirstPageForAReader() throws SQLException {
        var page = page(filters().getFirst(), null);
        page.put("reader", author(0));
        assertThat(buffers("ArticleViewMapper.articles", page)).isLessThan(400);
    }

    @Test
    void readsOneArticleOrAuthorByItsIndex() throws SQLException {
        var article = new HashMap<String, @Nullable Object>();
        article.put("slug", "article-" + articles() / 2);
        article.put("reader", author(0));
        article.put("usernameKey", "user-7");
        article.put("after", 0L);
        article.put("limit", 1000);
        assertThat(buffers("ArticleViewMapper.article", article)).isLessThan(30);
        assertThat(buffers("ArticleViewMapper.comments", article)).isLessThan(10);
        assertThat(buffers("ArticleViewMapper.author", article)).isLessThan(15);
    }

    /** The articles of the busiest authors suffice; the others are twenty thousand. */
    @Test
    void readsFewAuthorsToCountAllArticles() throws SQLException {
        assertThat(buffers("ArticleViewMapper.countArticles", filters().getFirst()))
                .isLessThan(30);
    }

    @Test
    void readsEachTagOnce() throws SQLException {
        assertThat(buffers("ArticleViewMapper.tags", Map.of("limit", 1000)))
                .as("a hundred tags")
                .isLessThan(100 * 5);
    }

    private static Map<String, @Nullable Object> page(ArticleFilter filter, Cursor.@Nullable Place after) {
        var page = new HashMap<String, @Nullable Object>();
        page.put("filter", filter);
        page.put("reader", null);
        page.put("after", after);
        page.put("limit", 20);
        page.put("offset", 0);
        return page;
    }

    /**
     * Returns the database pages read by the worse of two plans: the custom one for these values, and the generic one that PostgreSQL may
     * use for a prepared statement.
     */
    private long buffers(String statement, Object parameter) throws SQLException {
        return Math.max(
                buffers(statement, parameter, "force_custom_plan"),
                buffers(statement, parameter, "force_generic_plan"));
    }

    private long buffers(String statement, Object parameter, String planCacheMode) throws SQLException {
        var mapped =
                sqlSessions.getConfiguration().getMappedStatement("dev.ashlar.publishing.persistence." + statement);
        var sql = mapped.getBoundSql(parameter);
        var places = list(Collections.nCopies(sql.getParameterMappings().size(), "?"));
        try (var connection = owner().getConnection();
                var session = connection.createStatement();
                var typed = connection.prepareStatement(sql.getSql());
                var explain = connection.prepareStatement(
                        "EXPLAIN (ANALYZE, BUFFERS, TIMING OFF, FORMAT JSON) EXECUTE page" + places)) {
            var parameters = new DefaultParameterHandler(mapped, parameter, sql);
            parameters.setParameters(typed);
            parameters.setParameters(explain);
            session.execute("SET plan_cache_mode = " + planCacheMode);
            session.execute("PREPARE page" + types(typed) + " AS " + numbered(sql.getSql()));
            // The driver's text, with the values: PostgreSQL takes no parameters for EXECUTE.
            try (var rows = session.executeQuery(explain.toString())) {
                assertThat(rows.next()).isTrue();
                return ofTheWholePlan(rows.getString(1));
            }
        }
    }

    /** Returns the types of the parameters as the driver sends them. */
    private static String types(PreparedStatement statement) throws SQLException {
        var parameters = statement.getParameterMetaData();
        var types = new ArrayList<String>();
        for (int i = 1; i <= parameters.getParameterCount(); i++) {
            types.add(parameters.getParameterTypeName(i));
        }
        return list(types);
    }

    private static String list(List<String> items) {
        return items.isEmpty() ? "" : "(" + String.join(", ", items) + ")";
    }

    private static String numbered(String sql) {
        var number = new AtomicInteger();
        return PLACE.matcher(sql).replaceAll(place -> "\\$" + number.incrementAndGet());
    }

    /** Sums up the first node of the plan, which includes the nodes below it. */
    private static long ofTheWholePlan(String plan) {
        var found = BUFFERS.matcher(plan);
        long sum = 0;
        for (int i = 0; i < 2 && found.find(); i++) {
            sum += Long.parseLong(found.group(1));
        }
        return sum;
    }

    private DataSource owner() {
        return database.database().owner();
    }

    private static UserId author(int number) {
        return new UserId(UUID.fromString("01990000-0000-7000-8000-%012x".formatted(number)));
    }

    /**
     * A thousand authors, a hundred tags, two of them on each article; the first author follows ten others. Of twenty thousand more
     * authors there is only the number of their articles.
     */
    private static final String FILL = """
            CREATE FUNCTION pg_temp.key(number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
              RETURN ('01990000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid;
            INSERT INTO publishing.tags (id, name, created_at) SELECT pg_temp.key(n), 'tag-' || n, now() FROM generate_series(0, 99) n;
            INSERT INTO publishing.categories (id, name, created_at, updated_at) VALUES (pg_temp.key(1), 'Shelf', now(), now());
            INSERT INTO publishing.people (user_id, username, display_name, version, created_at, updated_at)
              SELECT pg_temp.key(n), 'user-' || n, 'User ' || n, 0, now(), now() FROM generate_series(0, 999) n;
            ALTER TABLE publishing.posts DISABLE TRIGGER count_inserted;
            INSERT INTO publishing.posts (
                id, slug, title, description, body, tags, author_id, category_id, status, published_at, created_at, updated_at)
              SELECT pg_temp.key(n), 'article-' || n, 'Article ' || n, 'About article ' || n, 'Text',
                ARRAY['tag-' || n % 100, 'tag-' || (n / 100 + 50) % 100], pg_temp.key(n % 1000),
                CASE WHEN n % 5 = 0 THEN pg_temp.key(1) END, CASE WHEN n % 21 = 0 THEN 'draft' ELSE 'published' END::publishing.article_status, at, at, at
              FROM generate_series(1, :articles) n
              CROSS JOIN LATERAL (SELECT timestamptz '2020-01-01 00:00:00Z' + n * interval '1 minute' AS at) minute;
            ALTER TABLE publishing.posts ENABLE TRIGGER count_inserted;
            INSERT INTO publishing.author_counts (author_id, article_count)
              SELECT author_id, count(*) FROM publishing.posts WHERE status = 'published' GROUP BY author_id;
            INSERT INTO publishing.author_counts (author_id, article_count)
              SELECT pg_temp.key(n), 1 FROM generate_series(100001, 120000) n;
            INSERT INTO publishing.post_tags (post_id, tag_id, listed_at)
              SELECT DISTINCT p.id, t.id, p.listed_at
              FROM publishing.posts p CROSS JOIN LATERAL unnest(p.tags) AS word JOIN publishing.tags t ON t.name = word;
            INSERT INTO publishing.favorites (post_id, user_id, created_at)
              SELECT pg_temp.key(n), pg_temp.key(n % 7), now() FROM generate_series(1, :articles, 3) n;
            INSERT INTO publishing.favorites (post_id, user_id, created_at)
              SELECT pg_temp.key(n), pg_temp.key(99), now() FROM generate_series(2, 8, 3) n;
            INSERT INTO publishing.follows (follower_id, followed_id, created_at)
              SELECT pg_temp.key(0), pg_temp.key(n), now() FROM generate_series(1, 10) n;
            VACUUM ANALYZE publishing.posts, publishing.post_tags, publishing.tags, publishing.favorites, publishing.follows,
              publishing.people, publishing.author_counts""";
}
