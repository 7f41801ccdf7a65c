// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleBudgets.call;
import static dev.ashlar.ai.domain.SampleBudgets.callAt;
import static dev.ashlar.ai.domain.SampleBudgets.of;
import static dev.ashlar.ai.domain.SampleBudgets.origin;
import static dev.ashlar.ai.domain.SampleBudgets.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.ashlar.ai.application.BudgetAdminService;
import dev.ashlar.ai.application.BudgetView;
import dev.ashlar.ai.application.BudgetWorkflow;
import dev.ashlar.ai.domain.BudgetId;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.application.KnownPlatforms;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Budgets that are created in the middle of a window, while calls are stored. */
@ServiceTest
class BudgetOpeningTest {
    private static final String PLATFORM = "opened";
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BudgetWorkflow workflow;
    private final BudgetAdminService service;
    private final Budgets budgets;
    private final Interactions interactions;
    private final InstantSource clock;
    private final FreshDatabase.Switch database;
    private final TransactionTemplate transaction;
    private final InteractionOrigin origin;
    private final Actor admin = new Actor(user(), Role.ADMIN, Actor.DEFAULT_PLATFORM);

    @MockitoBean
    private KnownPlatforms platforms;

    @Autowired
    BudgetOpeningTest(
            BudgetWorkflow workflow,
            BudgetAdminService service,
            Budgets budgets,
            Interactions interactions,
            InstantSource clock,
            FreshDatabase.Switch database,
            PlatformTransactionManager transactions) {
        this.workflow = workflow;
        this.service = service;
        this.budgets = budgets;
        this.interactions = interactions;
        this.clock = clock;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        var psql = database.database().psql();
        psql.sql("DELETE FROM ai.ai_budgets").update();
        psql.sql("DELETE FROM ai.ai_interactions").update();
        this.origin = origin(user(), new BudgetJdbc(psql).provider(), PLATFORM);
    }

    @BeforeEach
    void knowThePlatform() {
        given(platforms.contains(any())).willReturn(true);
    }

    @Test
    void waitsForCallsThatHaveNotChargedTheBudget() {
        recordOf("1");
        try (var threads = Executors.newSingleThreadExecutor()) {
            var adding = Objects.requireNonNull(transaction.execute(_ -> {
                var stored = storedOf("2");
                var running = threads.submit(this::added);
                await().until(() -> database.database().waiting() == 1 || running.isDone());
                assertThat(running).isNotDone();
                budgets.charge(stored);
                return running;
            }));
            assertThat(adding).succeedsWithin(PATIENCE).satisfies(budget -> assertSpent(budget, "3"));
        }
    }

    @Race(5)
    void countsEachCallOnce() {
        recordOf("1");

        var outcomes = Together.run(24, number -> number == 9 ? this::added : () -> recorded(5, "0.1"));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertSpent(first(), "12.5");
    }

    @Race(3)
    void addsEarlierCostsOnceThoughManyOpenTheBudget() {
        recordOf("4");
        var id = service.create(admin, of(PLATFORM), BudgetPeriod.MONTH, TEN);
        recordOf("2");

        var outcomes = Together.run(8, number -> number % 2 == 0 ? () -> opened(id) : () -> recorded(1, "0.5"));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertSpent(first(), "8");
    }

    /** The calls of a platform in a month take longer to sum up than a statement has otherwise. */
    @Test
    void hasMinutesToAddEarlierCosts() {
        var id = service.create(admin, of(PLATFORM), BudgetPeriod.MONTH, TEN);
        var application = JdbcClient.create(database);
        transaction.executeWithoutResult(_ -> {
            service.open(id);
            assertThat(application
                            .sql("SHOW statement_timeout")
                            .query(String.class)
                            .single())
                    .isEqualTo("5min");
        });
    }

    private BudgetView added() {
        return workflow.create(admin, of(PLATFORM), BudgetPeriod.MONTH, TEN);
    }

    private Object opened(BudgetId id) {
        service.open(id);
        return id;
    }

    private Object recorded(int calls, String cost) {
        IntStream.range(0, calls).forEach(_ -> recordOf(cost));
        return cost;
    }

    private void recordOf(String cost) {
        transaction.executeWithoutResult(_ -> budgets.charge(storedOf(cost)));
    }

    /** Stores a call in the caller's transaction. */
    private List<Interaction> storedOf(String cost) {
        var stored = List.of(call(callAt(clock.instant()), origin, cost));
        interactions.insert(stored);
        return stored;
    }

    private BudgetView first() {
        return service.list(admin, null, null, PageRequest.first()).items().getFirst();
    }

    private static void assertSpent(BudgetView budget, String spent) {
        assertThat(budget.openedAt()).isNotNull();
        assertThat(budget.window().window().spentUsd()).isEqualByComparingTo(spent);
    }
}
