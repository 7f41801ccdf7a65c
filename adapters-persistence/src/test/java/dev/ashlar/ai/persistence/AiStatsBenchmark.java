// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.application.InteractionService;
import dev.ashlar.ai.application.ReconciliationService;
import dev.ashlar.ai.application.StatsFilter;
import dev.ashlar.ai.application.StatsOrder;
import dev.ashlar.ai.application.StatsPeriod;
import dev.ashlar.ai.application.StatsRecomputation;
import dev.ashlar.ai.application.StatsService;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.ai.domain.InteractionFilter;
import dev.ashlar.ai.domain.SampleBudgets;
import dev.ashlar.ai.domain.StatsGrain;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Benchmarks;
import dev.ashlar.kernel.persistence.testing.Comparison;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cost of statistics of a month in which a thousand users made ten million calls of twelve models, against that of a page of fifty calls.
 * Each user calls two models for nine hours a day.
 */
@Tag("benchmark")
@ServiceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AiStatsBenchmark {
    private static final int CALLS = Benchmarks.ARE_MEASURING ? 10_000_000 : 20_000;
    private static final int MOST_PAGES = 10;
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final StatsPeriod MONTH = new StatsPeriod(MARCH, APRIL);
    private static final StatsPeriod DAYS_AND_HOURS =
            new StatsPeriod(MARCH.plus(Duration.ofHours(5)), APRIL.minus(Duration.ofHours(7)));
    private static final StatsFilter ALL = new StatsFilter(null, null, null);
    private static final InteractionFilter ALL_CALLS = new InteractionFilter(null, null, null, null, null, null, null);
    private static final PageRequest PAGE = new PageRequest(50, null);
    private static final Actor ADMIN = new Actor(user(0), Role.ADMIN, Actor.DEFAULT_PLATFORM);
    private static final Actor USER = new Actor(user(7), Role.STUDENT, Actor.DEFAULT_PLATFORM);

    @Autowired
    private FreshDatabase.Switch database;

    @Autowired
    private StatsService stats;

    @Autowired
    private StatsRecomputation recomputation;

    @Autowired
    private InteractionService interactions;

    @Autowired
    private Budgets budgets;

    @Autowired
    private ReconciliationService reconciliation;

    @Autowired
    private DirtyHours dirtyHours;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeAll
    void prepare() {
        var script = FILL.replace(":calls", String.valueOf(CALLS));
        report("filling", () -> fill(script));
        mark(Stream.iterate(MARCH, hour -> hour.isBefore(APRIL), StatsGrain.HOUR::endOf)
                .toList());
        report("recomputation of the 744 hours", this::recompute);
        fill("VACUUM ANALYZE ai.ai_stats, ai.ai_total_stats, ai.ai_user_stats");
    }

    private void fill(String script) {
        try {
            Benchmarks.fill(database.database(), script);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Test
    void sumsUpAMonth() {
        var totals = stats.totals(ADMIN, ALL, MONTH).figures();
        assertThat(totals.calls().requests()).isEqualTo(CALLS);
        report(
                "month from its calls",
                () -> assertThat(jdbc.sql("""
                                SELECT sum(cost_usd), percentile_disc(0.95) WITHIN GROUP (ORDER BY response_time_ms)
                                FROM ai.ai_interactions
                                WHERE created_at >= '2026-03-01 00:00:00Z' AND created_at < '2026-04-01 00:00:00Z'""")
                                .query((row, number) -> row.getBigDecimal(1))
                                .single())
                        .isEqualByComparingTo(totals.costUsd()));
        takeAtMostTenPages(kinds(ADMIN, null), () -> interactions.list(ADMIN, ALL_CALLS, PAGE));
    }

    @Test
    void ranksTheUsersOfAMonth() {
        var kinds = new LinkedHashMap<String, Runnable>();
        filters(null).forEach((name, filter) -> {
            assertThat(stats.topUsers(ADMIN, filter, MONTH, StatsOrder.COST, 10).items())
                    .isNotEmpty();
            for (var order : StatsOrder.values()) {
                kinds.put("users of a month by " + order + name, () -> stats.topUsers(ADMIN, filter, MONTH, order, 10));
            }
        });
        takeAtMostTenPages(kinds, () -> interactions.list(ADMIN, ALL_CALLS, PAGE));
    }

    @Test
    void sumsUpTheMonthOfAUser() {
        assertThat(stats.totals(USER, ALL, MONTH).figures().calls().requests()).isPositive();
        takeAtMostTenPages(kinds(USER, USER.userId()), () -> interactions.list(USER, ALL_CALLS, PAGE));
    }

    /** Statistics of a month, or of one but for some hours, for each filter. */
    private Map<String, Runnable> kinds(Actor actor, @Nullable UserId user) {
        var kinds = new LinkedHashMap<String, Runnable>();
        filters(user).forEach((name, filter) -> {
            kinds.put("month" + name, () -> stats.totals(actor, filter, MONTH));
            kinds.put("month but for some hours" + name, () -> stats.totals(actor, filter, DAYS_AND_HOURS));
            kinds.put("month by day" + name, () -> stats.series(actor, filter, MONTH, StatsGrain.DAY));
            kinds.put("month by hour" + name, () -> stats.series(actor, filter, MONTH, StatsGrain.HOUR));
            kinds.put("models of a month" + name, () -> stats.topModels(actor, filter, MONTH, StatsOrder.COST, 10));
            kinds.put(
                    "models of a month but for some hours" + name,
                    () -> stats.topModels(actor, filter, DAYS_AND_HOURS, StatsOrder.COST, 10));
        });
        return kinds;
    }

    private static Map<String, StatsFilter> filters(@Nullable UserId user) {
        var provider = new AiProviderId(key(7 % 4));
        var filters = new LinkedHashMap<String, StatsFilter>();
        filters.put("", new StatsFilter(user, null, null));
        filters.put(" of a provider", new StatsFilter(user, provider, null));
        filters.put(" of a model", new StatsFilter(user, null, "model-7"));
        filters.put(" of a provider's model", new StatsFilter(user, provider, "model-7"));
        return filters;
    }

    /** Compares each kind of statistics with a page, and asserts the aim if times are measured. */
    private static void takeAtMostTenPages(Map<String, Runnable> kinds, Runnable page) {
        var aims = new SoftAssertions();
        kinds.forEach((what, candidate) -> {
            var comparison =
                    Comparison.of(what).candidate("statistics", candidate).baseline("page of 50 calls", page);
            comparison.run();
            if (Benchmarks.ARE_MEASURING) {
                aims.assertThat(comparison.timesAsLong())
                        .as("%s in pages", what)
                        .isLessThan(MOST_PAGES);
            }
        });
        aims.assertAll();
    }

    @Test
    void recomputesAnHour() {
        for (int run = 0; run < 5; run++) {
            mark(List.of(MARCH.plus(Duration.ofHours(300))));
            report(
                    "recomputation of an hour",
                    () -> assertThat(recomputation.recompute()).isEqualTo(1));
        }
    }

    @Test
    void opensABudgetOfAllCallsAndReconcilesThem() {
        clock.advance(Duration.between(clock.instant(), APRIL.plus(Duration.ofDays(1))));
        var transaction = new TransactionTemplate(transactions);
        var budget = SampleBudgets.budget(SampleBudgets.of("mentor"), BudgetPeriod.MONTH, "1000000", MARCH);
        transaction.executeWithoutResult(_ -> budgets.insert(budget));
        report(
                "opening of a budget of all calls",
                () -> transaction.executeWithoutResult(_ -> budgets.open(budget.id(), APRIL)));
        report("reconciliation", () -> {
            var result = reconciliation.reconcile(ADMIN);
            assertThat(result.interactions()).isEqualTo(CALLS);
            assertThat(result.hours()).isEmpty();
            assertThat(result.windows()).isEmpty();
        });
    }

    private void mark(List<Instant> hours) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> dirtyHours.mark(hours));
        clock.advance(Duration.ofMinutes(1));
    }

    private void recompute() {
        int hours = 1;
        while (hours > 0) {
            hours = recomputation.recompute();
        }
    }

    private static void report(String what, Runnable work) {
        long start = System.nanoTime();
        work.run();
        System.out.printf(Locale.ROOT, "%s: %.1f ms%n", what, (System.nanoTime() - start) / 1e6);
    }

    private static UserId user(int number) {
        return new UserId(key(number));
    }

    private static UUID key(int number) {
        return UUID.fromString("01990000-0000-7000-8000-%012x".formatted(number));
    }

    /** Calls in the order of their times. The indexes are built afterwards, because ten million entries one by one take longer than all else. */
    private static final String FILL = """
            CREATE FUNCTION pg_temp.key(number bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
              RETURN ('01990000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'))::uuid;
            SET session_replication_role = replica;
            SET maintenance_work_mem = '1GB';
            SELECT ai.make_interaction_partitions('2026-03-01', '2026-03-01');
            UPDATE pg_index SET indisready = false WHERE indrelid = 'ai.ai_interactions_2026_03'::regclass;
            INSERT INTO ai.ai_interactions (
                id, provider_id, model, user_id, platform, status, status_code, error, response_time_ms, ttft_ms,
                prompt_tokens, completion_tokens, cached_tokens, reasoning_tokens, usage_source, cost_usd, created_at, updated_at)
              SELECT (lpad(to_hex(ms), 12, '0') || '7000a' || lpad(to_hex(n), 15, '0'))::uuid,
                pg_temp.key(model % 4), 'model-' || model, pg_temp.key(person), 'mentor',
                CASE WHEN failed THEN 'failed' ELSE 'processed' END::ai.interaction_status,
                CASE WHEN failed THEN 503 ELSE 200 END, CASE WHEN failed THEN 'Overloaded' END, time, time / 5,
                1000 + n % 3000, 100 + n % 400, n % 500, n % 50, 'provider', (n % 100000) / 100000000.0,
                to_timestamp(ms / 1000.0), to_timestamp(ms / 1000.0)
              FROM (
                SELECT n, ms, person, (person + (random() < 0.3)::int) % 12 AS model, random() < 0.01 AS failed,
                  exp(5 + 4 * random())::int AS time
                FROM (
                  SELECT n, ms,
                    24 * floor(42 * random() * random())::int + (ms / 3600000 + 24 - floor(9 * random())::int) % 24 AS person
                  FROM (
                    SELECT n, 1772323200000 + n * 2678400000 / :calls AS ms
                    FROM generate_series(0::bigint, :calls - 1) n
                  ) AS at
                ) AS person
              ) AS call;
            REINDEX TABLE ai.ai_interactions_2026_03;
            SET session_replication_role = DEFAULT;
            VACUUM ANALYZE ai.ai_interactions""";
}
