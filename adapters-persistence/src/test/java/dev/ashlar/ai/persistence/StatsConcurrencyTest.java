// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.ai.application.StatsRecomputation;
import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.ai.domain.Statistics;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls that are stored while statistics are recomputed. */
@ServiceTest
class StatsConcurrencyTest {
    private static final Instant HOUR = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NEXT_HOUR = Instant.parse("2026-03-01T13:00:00Z");
    private static final int TRANSACTIONS = 20;

    private final StatsRecomputation recomputation;
    private final DirtyHours hours;
    private final Statistics statistics;
    private final MovableClock clock;
    private final FreshDatabase.Switch database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    StatsConcurrencyTest(
            StatsRecomputation recomputation,
            DirtyHours hours,
            Statistics statistics,
            MovableClock clock,
            FreshDatabase.Switch database,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.recomputation = recomputation;
        this.hours = hours;
        this.statistics = statistics;
        this.clock = clock;
        this.database = database;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void letMarksBeTaken() {
        clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void removeCalls() {
        database.database()
                .psql()
                .sql("TRUNCATE ai.ai_interactions, ai.ai_stats, ai.ai_total_stats, ai.ai_user_stats, ai.ai_dirty_hours")
                .update();
    }

    @Test
    void seesAMarkTogetherWithItsCalls() {
        transaction.executeWithoutResult(storing -> {
            store(HOUR);
            assertThat(elsewhere(recomputation::recompute)).isZero();
        });
        assertThat(recomputation.recompute()).isEqualTo(1);
        assertSumsOfCalls(1);
    }

    @Test
    void countsACallThatIsStoredDuringARecomputationInTheNextOne() {
        transaction.executeWithoutResult(storing -> store(HOUR));
        transaction.executeWithoutResult(recomputing -> {
            hours.take(clock.instant());
            elsewhere(() -> transaction.execute(storing -> store(HOUR)));
            statistics.recompute(HOUR, clock.instant());
            elsewhere(() -> transaction.execute(storing -> store(HOUR)));
        });
        assertThat(recomputation.recompute()).isEqualTo(1);
        assertSumsOfCalls(3);
    }

    /** Both hours are in one day, which each recomputation sums up. */
    @Test
    void sumsUpADayByOneRecomputationAtATime() {
        transaction.executeWithoutResult(storing -> store(HOUR));
        transaction.executeWithoutResult(storing -> store(NEXT_HOUR));
        var other = new CompletableFuture<Integer>();
        transaction.executeWithoutResult(recomputing -> {
            assertThat(hours.take(clock.instant())).hasValue(NEXT_HOUR);
            statistics.recompute(NEXT_HOUR, clock.instant());
            other.completeAsync(recomputation::recompute);
            await().until(() -> database.database().waiting() == 1);
        });
        other.join();
        assertThat(recomputation.recompute()).isZero();
        assertSumsOfCalls(2);
    }

    @Race(2)
    void missesNoCallHoweverManyAreStored() {
        Callable<Integer> storing = () -> {
            for (int i = 0; i < TRANSACTIONS; i++) {
                var hour = HOUR.plus(Duration.ofHours(i % 3));
                transaction.execute(status -> store(hour));
            }
            return TRANSACTIONS;
        };
        Callable<Integer> recomputing = () -> {
            int recomputed = 0;
            for (int i = 0; i < TRANSACTIONS; i++) {
                recomputed += recomputation.recompute();
            }
            return recomputed;
        };
        assertThat(Together.run(List.of(storing, recomputing, storing, recomputing, storing)))
                .allMatch(Outcome::succeeded);
        while (recomputation.recompute() > 0) {
            // Until no hour is marked.
        }
        assertSumsOfCalls(3 * TRANSACTIONS);
    }

    private StoredCalls store(Instant hour) {
        var calls = new StoredCalls(jdbc, System.nanoTime());
        calls.add(1, hour);
        hours.mark(List.of(hour));
        return calls;
    }

    private static <T> T elsewhere(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    private void assertSumsOfCalls(long number) {
        for (var table : List.of(
                "ai_stats WHERE",
                "ai_user_stats WHERE",
                "ai_total_stats WHERE provider_id IS NULL AND model IS NULL AND",
                "ai_total_stats WHERE provider_id IS NOT NULL AND model IS NULL AND",
                "ai_total_stats WHERE provider_id IS NULL AND model IS NOT NULL AND",
                "ai_total_stats WHERE provider_id IS NOT NULL AND model IS NOT NULL AND")) {
            for (var grain : List.of("hour", "day", "month")) {
                assertThat(sums(table + " grain = '" + grain + "'", "sum(requests)"))
                        .as(table + " by " + grain)
                        .startsWith(number + " ")
                        .isEqualTo(sums("ai_interactions", "count(*)"));
            }
        }
    }

    private String sums(String rows, String requests) {
        return jdbc.sql("SELECT concat_ws(' ', " + requests
                        + ", COALESCE(sum(cost_usd), 0) + 0.00000000, COALESCE(sum(prompt_tokens), 0)) FROM ai." + rows)
                .query(String.class)
                .single();
    }
}
