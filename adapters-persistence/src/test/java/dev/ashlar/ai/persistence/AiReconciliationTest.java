// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleBudgets.call;
import static dev.ashlar.ai.domain.SampleBudgets.callAt;
import static dev.ashlar.ai.domain.SampleBudgets.of;
import static dev.ashlar.ai.domain.SampleBudgets.opened;
import static dev.ashlar.ai.domain.SampleBudgets.origin;
import static dev.ashlar.ai.domain.SampleBudgets.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.ai.application.HourDriftView;
import dev.ashlar.ai.application.ReconciliationService;
import dev.ashlar.ai.application.ReconciliationView;
import dev.ashlar.ai.application.StatsRecomputation;
import dev.ashlar.ai.application.WindowDriftView;
import dev.ashlar.ai.domain.Budget;
import dev.ashlar.ai.domain.BudgetHold;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.ai.domain.SampleBudgets;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reconciliation of costs that were changed past the application. Each test starts with two calls in one hour that have cost 3 together, and a
 * hold of 4, on a monthly budget of the user.
 */
@ServiceTest
@Tag("rule-ledger-chain")
@ExtendWith(OutputCaptureExtension.class)
class AiReconciliationTest {
    private final ReconciliationService reconciliation;
    private final StatsRecomputation statistics;
    private final Budgets budgets;
    private final Interactions interactions;
    private final DirtyHours hours;
    private final MovableClock clock;
    private final TransactionTemplate transaction;
    private final JdbcClient psql;
    private final JdbcClient application;
    private final DelegatingDataSource readers;
    private final Actor admin = new Actor(user(), Role.ADMIN, Actor.DEFAULT_PLATFORM);
    private InteractionOrigin origin;
    private Budget budget;
    private Instant now;

    @Autowired
    AiReconciliationTest(
            ReconciliationService reconciliation,
            StatsRecomputation statistics,
            Budgets budgets,
            Interactions interactions,
            DirtyHours hours,
            MovableClock clock,
            FreshDatabase.Switch database,
            PlatformTransactionManager transactions) {
        this.reconciliation = reconciliation;
        this.statistics = statistics;
        this.budgets = budgets;
        this.interactions = interactions;
        this.hours = hours;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.psql = database.database().psql();
        this.application = JdbcClient.create(database);
        this.readers = (DelegatingDataSource) database.readers();
    }

    @BeforeEach
    void startAnew() {
        List.of("budgets", "interactions", "dirty_hours", "stats", "total_stats", "user_stats")
                .forEach(table -> psql.sql("DELETE FROM ai.ai_" + table).update());
        now = clock.instant();
        origin = origin(user(), TestProviders.insert(psql), "mentor");
        budget = opened(SampleBudgets.budget(of(origin.userId()), BudgetPeriod.MONTH, "10", now));
        transaction.executeWithoutResult(_ -> {
            budgets.insert(budget);
            record("1");
            record("2");
            budgets.hold(BudgetHold.of(callAt(now), origin, new BigDecimal("4")));
        });
        recompute();
    }

    @Test
    void findsNoDriftInWhatTheApplicationStored(CapturedOutput output) {
        var result = reconciled();
        assertThat(result.hours()).isEmpty();
        assertThat(result.windows()).isEmpty();
        assertThat(result.interactions()).isEqualTo(2);
        assertThat(result.pendingHours()).isZero();
        reconciliation.reconcile();
        assertThat(output).contains("AI reconciled").doesNotContain("ERROR");
    }

    /** Outside a transaction the longer time limit would end with the statement that sets it. */
    @Test
    void readsInATransaction() {
        var target = readers.getTargetDataSource();
        readers.setTargetDataSource(null);
        try {
            assertThat(reconciled().interactions()).isEqualTo(2);
        } finally {
            readers.setTargetDataSource(target);
        }
    }

    @Test
    void findsAndLogsWhatNoCallHasCost(CapturedOutput output) {
        tamper("UPDATE ai.ai_budget_windows SET spent_usd = spent_usd + 1");
        assertThat(windows()).singleElement().satisfies(drift -> assertDrift(drift, "4", "3", "4", "4"));
        reconciliation.reconcile();
        assertThat(output).contains("ERROR").contains("budget=" + budget.id().value());
    }

    @Test
    void findsAHeldAmountWithoutAHold() {
        tamper("UPDATE ai.ai_budget_holds SET amount_usd = 1");
        assertThat(windows()).singleElement().satisfies(drift -> assertDrift(drift, "3", "3", "4", "1"));
    }

    @Test
    void findsALostWindow() {
        tamper("DELETE FROM ai.ai_budget_windows");
        assertThat(windows()).singleElement().satisfies(drift -> assertDrift(drift, "0", "3", "0", "0"));
    }

    @Test
    void findsALostInteraction() {
        tamper("DELETE FROM ai.ai_interactions");
        assertThat(windows()).singleElement().satisfies(drift -> assertDrift(drift, "3", "0", "4", "4"));
        assertThat(reconciled().hours())
                .allSatisfy(drift -> assertDrift(drift, 0, 2, "0", "3"))
                .extracting(HourDriftView::providerId, HourDriftView::model, HourDriftView::byUser)
                .containsExactly(
                        tuple(origin.providerId(), origin.model(), false),
                        tuple(origin.providerId(), origin.model(), false),
                        tuple(origin.providerId(), origin.model(), true),
                        tuple(origin.providerId(), null, false),
                        tuple(null, origin.model(), false),
                        tuple(null, null, false));
    }

    @Test
    void findsAnInteractionThatNothingCounts() {
        transaction.executeWithoutResult(_ -> interactions.insert(List.of(call(callAt(now), origin, "5"))));
        assertThat(windows()).singleElement().satisfies(drift -> assertDrift(drift, "3", "8", "4", "4"));
        assertThat(reconciled().hours()).hasSize(6).allSatisfy(drift -> assertDrift(drift, 3, 2, "8", "3"));
    }

    @Test
    void findsLostStatistics() {
        tamper("DELETE FROM ai.ai_stats WHERE grain = 'hour'");
        assertThat(reconciled().hours()).singleElement().satisfies(drift -> {
            assertDrift(drift, 2, 0, "3", "0");
            assertThat(drift.byUser()).isFalse();
            assertThat(drift.model()).isEqualTo(origin.model());
            assertThat(drift.providerId()).isEqualTo(origin.providerId());
        });
    }

    @Test
    void findsStatisticsOfUsersThatDiffer() {
        tamper("UPDATE ai.ai_user_stats SET cost_usd = 2 WHERE grain = 'hour'");
        assertThat(reconciled().hours()).singleElement().satisfies(drift -> {
            assertDrift(drift, 2, 2, "3", "2");
            assertThat(drift.byUser()).isTrue();
        });
    }

    @Test
    void findsASumOfAllProvidersAndModelsThatDiffers() {
        tamper("UPDATE ai.ai_total_stats SET cost_usd = 2 WHERE grain = 'hour' AND num_nulls(provider_id, model) = 2");
        assertThat(reconciled().hours()).singleElement().satisfies(drift -> {
            assertDrift(drift, 2, 2, "3", "2");
            assertThat(drift.providerId()).isNull();
            assertThat(drift.model()).isNull();
            assertThat(drift.byUser()).isFalse();
        });
    }

    @Test
    void recomputesHoursThatDiffer() {
        tamper("UPDATE ai.ai_total_stats SET cost_usd = 2");
        reconciliation.reconcile();
        assertThat(reconciled().pendingHours()).isEqualTo(1);
        recompute();
        assertThat(reconciled().hours()).isEmpty();
    }

    @Test
    void tellsHowManyDifferAndMarksAllHours(CapturedOutput output) {
        for (var sql : List.of("""
                INSERT INTO ai.ai_total_stats (
                    grain, bucket, requests, failures, unpriced, prompt_tokens, completion_tokens, cached_tokens,
                    reasoning_tokens, cost_usd, latency, ttft, updated_at
                )
                SELECT
                    'hour', date_trunc('hour', :now::timestamptz) + make_interval(hours => number), 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, :now
                FROM generate_series(1, 150) AS number""", """
                INSERT INTO ai.ai_budget_windows (budget_id, starts_at, spent_usd, held_usd)
                SELECT id, date_trunc('day', :now::timestamptz, 'UTC') + make_interval(days => number), 1, 0
                FROM ai.ai_budgets
                CROSS JOIN generate_series(1, 150) AS number""")) {
            assertThat(psql.sql(sql).param("now", now.atOffset(ZoneOffset.UTC)).update())
                    .isEqualTo(150);
        }

        var result = reconciled();
        assertThat(result.hours()).hasSize(100);
        assertThat(result.windows()).hasSize(100);
        assertThat(result.driftedHours()).isEqualTo(150);
        assertThat(result.driftedWindows()).isEqualTo(150);

        reconciliation.reconcile();
        assertThat(output).contains("hours=150 windows=150");
        assertThat(reconciled().pendingHours()).isEqualTo(150);
    }

    @Test
    void comparesNoHourThatWaitsForItsRecomputation() {
        transaction.executeWithoutResult(_ -> record("5"));
        var result = reconciled();
        assertThat(result.pendingHours()).isEqualTo(1);
        assertThat(result.hours()).isEmpty();
        assertThat(result.windows()).isEmpty();
        recompute();
        assertThat(reconciled().pendingHours()).isZero();
        assertThat(reconciled().hours()).isEmpty();
    }

    @Test
    void comparesNoBudgetThatIsNotOpen() {
        tamper("UPDATE ai.ai_budgets SET opened_at = NULL");
        tamper("UPDATE ai.ai_budget_windows SET spent_usd = 0");
        assertThat(windows()).isEmpty();
    }

    /** Ten million calls of two months take longer than a statement has otherwise. */
    @Test
    void hasMinutesForItsStatements() {
        transaction.executeWithoutResult(_ -> {
            reconciled();
            assertThat(application
                            .sql("SHOW statement_timeout")
                            .query(String.class)
                            .single())
                    .isEqualTo("5min");
        });
        transaction.executeWithoutResult(_ -> assertThat(application
                        .sql("SHOW statement_timeout")
                        .query(String.class)
                        .single())
                .isNotEqualTo("5min"));
    }

    private void record(String cost) {
        var stored = List.of(call(callAt(now), origin, cost));
        interactions.insert(stored);
        hours.mark(List.of(stored.getFirst().createdAt()));
        budgets.charge(stored);
    }

    private void recompute() {
        clock.advance(Duration.ofMinutes(1));
        while (statistics.recompute() > 0) {}
    }

    private void tamper(String sql) {
        assertThat(psql.sql(sql).update()).isPositive();
    }

    private ReconciliationView reconciled() {
        return reconciliation.reconcile(admin);
    }

    private List<WindowDriftView> windows() {
        return reconciled().windows();
    }

    private void assertDrift(WindowDriftView drift, String spent, String interactionsUsd, String held, String holds) {
        assertThat(drift.budgetId()).isEqualTo(budget.id());
        assertThat(drift.startsAt()).isEqualTo(BudgetPeriod.MONTH.windowAt(now).from());
        assertThat(drift.spentUsd()).isEqualByComparingTo(spent);
        assertThat(drift.interactionsUsd()).isEqualByComparingTo(interactionsUsd);
        assertThat(drift.heldUsd()).isEqualByComparingTo(held);
        assertThat(drift.holdsUsd()).isEqualByComparingTo(holds);
    }

    private static void assertDrift(
            HourDriftView drift, long interactions, long requests, String interactionsUsd, String statisticsUsd) {
        assertThat(drift.interactions()).isEqualTo(interactions);
        assertThat(drift.requests()).isEqualTo(requests);
        assertThat(drift.interactionsUsd()).isEqualByComparingTo(interactionsUsd);
        assertThat(drift.statisticsUsd()).isEqualByComparingTo(statisticsUsd);
    }
}
