// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Benchmarks;
import dev.ashlar.kernel.persistence.testing.Comparison;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.planner.application.PlacedTodo;
import dev.ashlar.planner.application.TodoFilter;
import dev.ashlar.planner.application.TodoViews;
import dev.ashlar.planner.domain.ScheduleItem;
import dev.ashlar.planner.domain.ScheduleItems;
import dev.ashlar.planner.domain.TodoStatus;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cost of lists above plain JDBC, among a million todos, half of them open, and 100,000 schedule items of ten owners. Both send the SQL of the mapper in separate
 * transactions over the same pool and build the same records.
 */
@Tag("benchmark")
@PersistenceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlannerBenchmark {
    private static final int TODOS = Benchmarks.ARE_MEASURING ? 1_000_000 : 20_000;
    private static final int ROWS = 21;
    private static final int MANY = 2001;

    /** Series without end of each owner. */
    private static final int SERIES = 20;

    private static final UserId OWNER = new UserId(UUID.fromString("01990000-0000-7000-8000-000000000007"));
    private static final UUID ALMOST_LAST = UUID.fromString("01990000-0000-7000-8000-%012x".formatted(TODOS - 500));
    private static final TodoFilter OPEN = new TodoFilter(TodoStatus.OPEN, null, null);

    @Autowired
    private FreshDatabase.Switch database;

    @Autowired
    private TodoViews views;

    @Autowired
    private ScheduleItems items;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private SqlSessionFactory sqlSessions;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeAll
    void fill() throws SQLException {
        Benchmarks.fill(database.database(), FILL.replace(":todos", String.valueOf(TODOS)));
    }

    @Test
    void listsOpenTodos() {
        var jdbc = new TodoJdbc(dataSource, sql(null));
        assertThat(byPlace(null)).hasSize(ROWS).isEqualTo(jdbc.page(OWNER, null, ROWS));

        Comparison.of("page of 20 open todos")
                .candidate("repository", () -> byPlace(null))
                .baseline("plain JDBC", () -> jdbc.page(OWNER, null, ROWS))
                .run();
    }

    @Test
    void listsTheLastOpenTodosAtTheCostOfTheFirst() {
        var jdbc = new TodoJdbc(dataSource, sql(ALMOST_LAST));
        assertThat(byPlace(ALMOST_LAST)).hasSize(ROWS).isEqualTo(jdbc.page(OWNER, ALMOST_LAST, ROWS));

        Comparison.of("last page of 20 open todos of 50,000")
                .candidate("last page", () -> byPlace(ALMOST_LAST))
                .baseline("first page", () -> byPlace(null))
                .run();
    }

    @Test
    void readsAWeekOfAScheduleInAnyCentury() {
        var now = week("2026-06-01T00:00:00Z");
        var later = week("2126-06-01T00:00:00Z");
        var jdbc = new ScheduleItemJdbc(
                dataSource, sql("ScheduleItemMapper.between", Map.of("owner", OWNER, "range", now, "limit", MANY)));
        assertThat(between(now)).hasSizeGreaterThan(SERIES).hasSize(jdbc.between(OWNER, now, MANY));
        assertThat(between(later)).hasSize(SERIES);

        Comparison.of("week of a schedule")
                .candidate("repository", () -> between(now))
                .baseline("plain JDBC", () -> jdbc.between(OWNER, now, MANY))
                .run();
        Comparison.of("week of a schedule in a century")
                .candidate("in a century", () -> between(later))
                .baseline("this year", () -> between(now))
                .run();
    }

    private List<ScheduleItem> between(InstantRange range) {
        var template = new TransactionTemplate(transactions);
        template.setReadOnly(true);
        return template.execute(status -> items.between(OWNER, range, MANY));
    }

    private static InstantRange week(String from) {
        var start = Instant.parse(from);
        return new InstantRange(start, start.plus(Duration.ofDays(7)));
    }

    private List<PlacedTodo> byPlace(@Nullable UUID after) {
        var template = new TransactionTemplate(transactions);
        template.setReadOnly(true);
        return template.execute(status -> views.byPlace(OWNER, OPEN, after, ROWS));
    }

    private String sql(@Nullable UUID after) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("owner", OWNER);
        parameters.put("filter", OPEN);
        parameters.put("after", after);
        parameters.put("limit", ROWS);
        return sql("TodoViewMapper.byPlace", parameters);
    }

    private String sql(String statement, Map<String, ?> parameters) {
        return sqlSessions
                .getConfiguration()
                .getMappedStatement("dev.ashlar.planner.persistence." + statement)
                .getBoundSql(parameters)
                .getSql();
    }

    private static final String FILL = """
            CREATE FUNCTION pg_temp.key(number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
              RETURN ('01990000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid;
            INSERT INTO planner.todos (
                id, owner_id, title, notes, priority, due_date, status, done_at, position, created_at, updated_at)
              SELECT pg_temp.key(n), pg_temp.key(n % 10), 'Todo ' || n, 'About todo ' || n, n % 5,
                CASE WHEN n % 3 = 0 THEN DATE '2026-01-01' + (n % 700)::int END,
                CASE WHEN n / 10 % 2 = 0 THEN 'open' ELSE 'done' END::planner.todo_status,
                CASE WHEN n / 10 % 2 = 1 THEN now() END, pg_temp.key(n), now(), now()
              FROM generate_series(1, :todos) n;
            INSERT INTO planner.schedule_items (
                id, owner_id, title, starts_at, ends_at, zone, recurrence, covers, created_at, updated_at)
              SELECT pg_temp.key(n), pg_temp.key(n % 10), 'Item ' || n, at, at + interval '1 hour', 'Europe/Berlin',
                CASE WHEN n <= 200 THEN 'FREQ=WEEKLY' END,
                tstzrange(at, CASE WHEN n > 200 THEN at + interval '1 hour' END), now(), now()
              FROM generate_series(1, :todos / 10) n
              CROSS JOIN LATERAL (
                SELECT timestamptz '2026-01-01 00:00:00Z' + n * 10 * interval '1 year' / :todos AS at) moment;
            VACUUM ANALYZE planner.todos, planner.schedule_items""";
}
