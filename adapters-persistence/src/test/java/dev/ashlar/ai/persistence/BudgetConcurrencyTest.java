package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleBudgets.PLATFORM;
import static dev.ashlar.ai.domain.SampleBudgets.call;
import static dev.ashlar.ai.domain.SampleBudgets.callAt;
import static dev.ashlar.ai.domain.SampleBudgets.of;
import static dev.ashlar.ai.domain.SampleBudgets.opened;
import static dev.ashlar.ai.domain.SampleBudgets.origin;
import static dev.ashlar.ai.domain.SampleBudgets.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.ai.application.BudgetService;
import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.Budget;
import dev.ashlar.ai.domain.BudgetHold;
import dev.ashlar.ai.domain.BudgetPeriod;
import dev.ashlar.ai.domain.BudgetTarget;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.SampleBudgets;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls that are held and charged side by side on the same budgets. */
@ServiceTest
class BudgetConcurrencyTest {
    private final BudgetService service;
    private final Budgets budgets;
    private final MovableClock clock;
    private final FreshDatabase.Switch database;
    private final TransactionTemplate transaction;
    private final JdbcClient psql;
    private final BudgetJdbc sql;
    private final UserId user = user();
    private final Instant now;

    @Autowired
    BudgetConcurrencyTest(
            BudgetService service,
            Budgets budgets,
            MovableClock clock,
            FreshDatabase.Switch database,
            PlatformTransactionManager transactions) {
        this.service = service;
        this.budgets = budgets;
        this.clock = clock;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.psql = JdbcClient.create(database.database().owner());
        this.sql = new BudgetJdbc(psql);
        this.now = clock.instant();
    }

    @BeforeEach
    void forgetEarlierBudgets() {
        psql.sql("DELETE FROM ai.ai_budgets").update();
    }

    @RepeatedTest(3)
    void tenOf64CallsHoldABudgetForTen() {
        var budget = stored(of(user), "10");

        var outcomes = Together.run(64, () -> held(callAt(now), "1"));

        assertThat(outcomes).allSatisfy(BudgetConcurrencyTest::isHeldOrRefused);
        var calls = successes(outcomes);
        assertThat(calls).hasSize(10);
        assertAmounts(budget, "0", "10");
        assertThat(Together.run(10, number -> () -> charged(calls.get(number), number < 5 ? "0.7" : null)))
                .allMatch(Outcome::succeeded);
        assertAmounts(budget, "3.5", "0");
    }

    /** Whatever is held and charged meanwhile, nothing is spent beyond the limit. */
    @RepeatedTest(3)
    void neverSpendsBeyondTheLimit() {
        var budget = stored(of(user), "10");

        var outcomes = Together.run(64, () -> charged(held(callAt(now), "1"), "0.9"));

        assertThat(outcomes).allSatisfy(BudgetConcurrencyTest::isHeldOrRefused);
        assertThat(sql.spent(budget, now))
                .isEqualByComparingTo(new BigDecimal("0.9")
                        .multiply(BigDecimal.valueOf(successes(outcomes).size())))
                .isBetween(new BigDecimal("9"), BigDecimal.TEN);
        assertThat(sql.held(budget, now)).isZero();
    }

    @Test
    void holdsNothingIfTheThirdBudgetRefuses() {
        var provider = sql.provider();
        var first = stored(of(user), "10");
        var second = stored(of(provider), "10");
        var third = stored(of(PLATFORM), "1");
        var origin = origin(user, provider, PLATFORM);

        var outcomes = Together.run(8, () -> held(callAt(now), origin, "2"));

        assertThat(outcomes).noneMatch(Outcome::succeeded).allSatisfy(BudgetConcurrencyTest::isHeldOrRefused);
        assertThat(List.of(first, second, third)).allSatisfy(budget -> assertAmounts(budget, "0", "0"));
        assertThat(Together.run(8, () -> held(callAt(now), origin, "0.5")))
                .filteredOn(Outcome::succeeded)
                .hasSize(2);
        assertThat(List.of(first, second, third)).allSatisfy(budget -> assertAmounts(budget, "0", "1"));
    }

    @RepeatedTest(3)
    void holdsAndChargesManyBudgetsInAnyOrderWithoutDeadlock() {
        long deadlocksBefore = deadlocks();
        var provider = sql.provider();
        var users = Stream.generate(SampleBudgets::user).limit(10).toList();
        var all = Stream.concat(users.stream().map(SampleBudgets::of), Stream.of(of(provider), of(PLATFORM)))
                .flatMap(target -> Stream.of(stored(target, "100000"), monthly(target, "100000")))
                .toList();

        for (int round = 0; round < 5; round++) {
            var outcomes = Together.run(24, number -> switch (number % 4) {
                case 0 -> () -> chargeEach(users, provider);
                case 1 -> () -> chargeEach(users.reversed(), provider);
                case 2 -> service::expireHolds;
                default -> () -> holdEach(users, provider, number % 8 == 3);
            });
            assertThat(outcomes).allMatch(Outcome::succeeded);
            clock.advance(BudgetHold.LIFETIME.dividedBy(2));
        }

        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
        expireAll();
        assertThat(all).allSatisfy(budget -> assertThat(sql.held(budget, now)).isZero());
        assertThat(all.subList(0, 20))
                .allSatisfy(budget ->
                        assertThat(sql.spent(budget, now)).isEqualByComparingTo(Integer.toString(5 * 12 + 5 * 3)));
        assertThat(all.subList(20, 24))
                .allSatisfy(budget -> assertThat(sql.spent(budget, now))
                        .isEqualByComparingTo(Integer.toString(10 * (5 * 12 + 5 * 3))));
    }

    @RepeatedTest(10)
    void chargesALateCallWhileItsHoldExpires() {
        var budget = stored(of(user), "10");
        var late = held(callAt(now), "4");
        held(callAt(now), "3");
        clock.advance(BudgetHold.LIFETIME);

        var outcomes = Together.run(List.<Callable<Object>>of(
                service::expireHolds, () -> charged(late, "2.5"), service::expireHolds, service::expireHolds));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        expireAll();
        assertAmounts(budget, "2.5", "0");
    }

    /** A killed instance stores nothing of its calls. */
    @Test
    void freesTheHoldsOfAKilledInstance() {
        var budget = stored(of(user), "10");
        IntStream.range(0, 10).forEach(_ -> held(callAt(now), "1"));
        assertThat(Together.run(1, () -> held(callAt(now), "1"))).noneMatch(Outcome::succeeded);
        expireAll();
        assertAmounts(budget, "0", "10");

        clock.advance(BudgetHold.LIFETIME);
        expireAll();

        assertAmounts(budget, "0", "0");
        held(callAt(now), "10");
    }

    @RepeatedTest(5)
    void storesOneBudgetOfATargetAndPeriod() {
        var outcomes = Together.run(8, () -> stored(of(user), "10"));

        assertThat(outcomes).filteredOn(Outcome::succeeded).hasSize(1);
        stored(of(user()), "10");
        monthly(of(user), "10");
    }

    @RepeatedTest(5)
    void deletesABudgetBesideItsCalls() {
        var budget = stored(of(user), "1000");
        var other = stored(of(PLATFORM), "1000");

        var outcomes = Together.run(
                16, number -> number == 7 ? () -> deleted(budget) : () -> charged(held(callAt(now), "1"), "1"));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertAmounts(budget, "0", "0");
        assertAmounts(other, "15", "0");
    }

    private Budget stored(BudgetTarget target, String limit) {
        return stored(SampleBudgets.budget(target, BudgetPeriod.DAY, limit, now));
    }

    private Budget monthly(BudgetTarget target, String limit) {
        return stored(SampleBudgets.budget(target, BudgetPeriod.MONTH, limit, now));
    }

    private Budget stored(Budget budget) {
        var opened = opened(budget);
        transaction.executeWithoutResult(_ -> budgets.insert(opened));
        return opened;
    }

    private Budget deleted(Budget budget) {
        transaction.executeWithoutResult(
                _ -> assertThat(budgets.delete(budget.id(), 0)).isTrue());
        return budget;
    }

    private InteractionId held(InteractionId id, String amount) {
        return held(id, origin(user, new AiProviderId(user.value()), PLATFORM), amount);
    }

    private InteractionId held(InteractionId id, InteractionOrigin origin, String amount) {
        service.hold(origin, id, new BigDecimal(amount));
        return id;
    }

    private InteractionId charged(InteractionId id, @Nullable String cost) {
        charge(List.of(call(id, origin(user, new AiProviderId(user.value()), PLATFORM), cost)));
        return id;
    }

    private void charge(List<Interaction> stored) {
        transaction.executeWithoutResult(_ -> budgets.charge(stored));
    }

    /** Charges one call of each user in one transaction. */
    private int chargeEach(List<UserId> users, AiProviderId provider) {
        charge(users.stream()
                .map(each -> call(callAt(now), origin(each, provider, PLATFORM), "1"))
                .toList());
        return users.size();
    }

    /** Holds one call of each user, and charges these in one transaction or never. */
    private int holdEach(List<UserId> users, AiProviderId provider, boolean charges) {
        var calls = users.stream()
                .map(each -> {
                    var origin = origin(each, provider, PLATFORM);
                    return call(held(callAt(now), origin, "2"), origin, "1");
                })
                .collect(Collectors.toList());
        Collections.shuffle(calls);
        if (charges) {
            charge(calls);
        }
        return calls.size();
    }

    private void expireAll() {
        while (service.expireHolds() > 0) {}
    }

    private void assertAmounts(Budget budget, String spent, String held) {
        assertThat(sql.spent(budget, now)).as("spent").isEqualByComparingTo(spent);
        assertThat(sql.held(budget, now)).as("held").isEqualByComparingTo(held);
        assertThat(sql.holds(budget)).as("holds").isEqualByComparingTo(held);
    }

    private static void isHeldOrRefused(Outcome<?> outcome) {
        if (outcome.failure() != null) {
            assertThat(outcome.failure())
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.type()).isEqualTo(AiProblem.BUDGET_EXCEEDED));
        }
    }

    private static List<InteractionId> successes(List<Outcome<InteractionId>> outcomes) {
        return outcomes.stream()
                .filter(Outcome::succeeded)
                .map(outcome -> Objects.requireNonNull(outcome.value()))
                .toList();
    }

    /** Ends all sessions first, because a session reports its deadlocks at its end at the latest. */
    private long deadlocks() {
        await().until(() -> {
            database.database().application().getHikariPoolMXBean().softEvictConnections();
            return psql.sql("SELECT count(*) FROM pg_stat_activity"
                                    + " WHERE usename = 'ashlar_app' AND datname = current_database()")
                            .query(Long.class)
                            .single()
                    == 0;
        });
        return database.database().deadlocks();
    }
}
