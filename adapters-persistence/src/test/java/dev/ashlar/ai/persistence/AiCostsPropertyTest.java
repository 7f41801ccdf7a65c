// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleBudgets.callAt;
import static dev.ashlar.ai.domain.SampleBudgets.of;
import static dev.ashlar.ai.domain.SampleBudgets.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.ai.application.BudgetService;
import dev.ashlar.ai.application.InteractionIngestService;
import dev.ashlar.ai.application.InteractionService;
import dev.ashlar.ai.application.ReconciliationService;
import dev.ashlar.ai.application.StatsPeriod;
import dev.ashlar.ai.application.StatsRecomputation;
import dev.ashlar.ai.application.StatsService;
import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.BudgetHold;
import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionRetention;
import dev.ashlar.ai.domain.ModelPrices;
import dev.ashlar.ai.domain.PriceList;
import dev.ashlar.ai.domain.Prices;
import dev.ashlar.ai.domain.SampleBudgets;
import dev.ashlar.ai.domain.UsageType;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.InstantRange;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** List, statistics, budgets and reconciliation agree after late, repeated, failed, unpriced and lost calls in any order. */
@ServiceTest
class AiCostsPropertyTest {
    private static final int CLIENTS = 8;
    private static final int STEPS = 25;

    @Autowired
    private InteractionIngestService ingest;

    @Autowired
    private InteractionService interactions;

    @Autowired
    private BudgetService calls;

    @Autowired
    private Budgets budgets;

    @Autowired
    private StatsRecomputation recomputation;

    @Autowired
    private StatsService statistics;

    @Autowired
    private ReconciliationService reconciliation;

    @Autowired
    private MovableClock clock;

    @Autowired
    private FreshDatabase.Switch database;

    @Autowired
    private PlatformTransactionManager transactions;

    @MockitoBean
    private Prices prices;

    @TestBean
    private InteractionRetention retention;

    private final Actor admin = new Actor(user(), Role.ADMIN, Actor.DEFAULT_PLATFORM);
    private final Queue<List<Interaction>> sent = new ConcurrentLinkedQueue<>();
    private JdbcClient psql;
    private ShownCosts costs;
    private final List<UserId> users =
            Stream.generate(SampleBudgets::user).limit(3).toList();
    private List<AiProviderId> providers;
    private Instant now;
    private Instant from;

    static InteractionRetention retention() {
        return new InteractionRetention(13);
    }

    @BeforeEach
    void startAnew() {
        psql = database.database().psql();
        List.of("budgets", "interactions", "dirty_hours", "stats", "total_stats", "user_stats")
                .forEach(table -> psql.sql("DELETE FROM ai.ai_" + table).update());
        costs = new ShownCosts(interactions, statistics, psql, admin);
        now = clock.instant();
        from = BudgetPeriod.MONTH
                .windowAt(BudgetPeriod.MONTH.windowAt(now).from().minusMillis(1))
                .from();
        providers = List.of(TestProviders.insert(psql), TestProviders.insert(psql));
        var change = from.plus(Duration.between(from, now).dividedBy(2));
        given(prices.of(any(), any(), any()))
                .willReturn(new PriceList(Stream.of("small", "large")
                        .flatMap(model -> Stream.of(
                                new PriceList.Entry(model, new InstantRange(from, change), prices("0.15", "0.60")),
                                new PriceList.Entry(model, new InstantRange(change, null), prices("2.5", "10.07"))))
                        .toList()));
    }

    @Test
    void oneCostOfEachCallEverywhere() {
        agree(1);
    }

    @Tag("exhaustive")
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void oneCostOfEachCallEverywhereAgain(int seed) {
        agree(seed);
    }

    private void agree(int seed) {
        var whole = RandomCalls.PLATFORMS.stream()
                .map(platform -> open(of(platform), BudgetPeriod.DAY, "1000000", from))
                .toList();

        var outcomes = Together.run(CLIENTS, number -> () -> {
            var random = new Random(seed * 100L + number);
            var client = new RandomCalls(random, users, providers, from, now);
            IntStream.range(0, STEPS).forEach(_ -> step(client));
            return number;
        });
        assertThat(outcomes).allMatch(Outcome::succeeded);
        settle();

        var stored = psql.sql("SELECT sum(cost_usd) FROM ai.ai_interactions")
                .query(BigDecimal.class)
                .single();
        assertThat(stored).isPositive();
        assertThat(costs.listed()).isEqualByComparingTo(stored);
        assertThat(costs.counted(providers, new StatsPeriod(from, now.plusSeconds(7200))))
                .allSatisfy(sum -> assertThat(sum).isEqualByComparingTo(stored));
        assertThat(costs.spent(whole)).isEqualByComparingTo(stored);
        var result = reconciliation.reconcile(admin);
        assertThat(result.pendingHours()).isZero();
        assertThat(result.hours()).isEmpty();
        assertThat(result.windows()).isEmpty();
        assertThat(psql.sql("SELECT sum(held_usd) FROM ai.ai_budget_windows")
                        .query(BigDecimal.class)
                        .single())
                .isZero();
    }

    /** One step of a client: calls through Ashlar, reported calls, repeated reports, new budgets and recomputations. */
    private void step(RandomCalls client) {
        switch (client.oneOf(10)) {
            case 0 -> repeat();
            case 1 -> recomputation.recompute();
            case 2 -> newBudget(client);
            case 3, 4, 5 -> callThroughAshlar(client);
            default ->
                send(IntStream.rangeClosed(0, client.oneOf(5))
                        .mapToObj(_ -> client.call(client.id(), client.origin()))
                        .toList());
        }
    }

    private void callThroughAshlar(RandomCalls client) {
        var id = callAt(now);
        var origin = client.origin();
        try {
            calls.hold(origin, id, new BigDecimal("0.02"));
        } catch (DomainException refused) {
            assertThat(refused.type()).isEqualTo(AiProblem.BUDGET_EXCEEDED);
            return;
        }
        if (client.oneOf(5) > 0) {
            send(List.of(client.call(id, origin)));
        }
    }

    private void newBudget(RandomCalls client) {
        var origin = client.origin();
        var target = switch (client.oneOf(3)) {
            case 0 -> of(origin.userId());
            case 1 -> of(origin.providerId());
            default -> of(origin.platform());
        };
        var period = client.oneOf(2) == 0 ? BudgetPeriod.DAY : BudgetPeriod.MONTH;
        try {
            open(target, period, "0.05", now);
        } catch (RuntimeException taken) {
            assertThat(taken).hasMessageContaining("uq_ai_budgets_");
        }
    }

    private BudgetId open(BudgetTarget target, BudgetPeriod period, String limit, Instant since) {
        var transaction = new TransactionTemplate(transactions);
        var budget = SampleBudgets.budget(target, period, limit, since);
        transaction.executeWithoutResult(_ -> budgets.insert(budget));
        transaction.executeWithoutResult(_ -> budgets.open(budget.id(), now));
        return budget.id();
    }

    private void send(List<Interaction> lines) {
        sent.add(lines);
        ingest.ingestAll(admin, lines);
    }

    private void repeat() {
        var again = sent.poll();
        if (again != null) {
            send(again.reversed());
        }
    }

    /** Frees what was lost, and recomputes what is marked. */
    private void settle() {
        clock.advance(BudgetHold.LIFETIME);
        while (calls.expireHolds() > 0) {}
        while (recomputation.recompute() > 0) {}
    }

    private static ModelPrices prices(String prompt, String completion) {
        return new ModelPrices(
                Map.of(UsageType.PROMPT, new BigDecimal(prompt), UsageType.COMPLETION, new BigDecimal(completion)));
    }
}
