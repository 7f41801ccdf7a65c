// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleBudgets.PLATFORM;
import static dev.ashlar.ai.domain.SampleBudgets.call;
import static dev.ashlar.ai.domain.SampleBudgets.callAt;
import static dev.ashlar.ai.domain.SampleBudgets.of;
import static dev.ashlar.ai.domain.SampleBudgets.origin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.ai.application.BudgetService;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.BudgetHold;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.SampleBudgets;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Transactions that lock windows of several budgets never deadlock. */
@ServiceTest
class BudgetLockOrderTest {
    private final FreshDatabase.Switch database;
    private final JdbcClient psql;
    private final BudgetCalls calls;

    @Autowired
    BudgetLockOrderTest(
            BudgetService service,
            Budgets budgets,
            MovableClock clock,
            FreshDatabase.Switch database,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.psql = database.database().psql();
        this.calls = new BudgetCalls(service, budgets, clock, database, transactions);
    }

    @Race(3)
    void holdsAndChargesManyBudgetsInAnyOrderWithoutDeadlock() {
        long deadlocksBefore = deadlocks();
        var provider = calls.sql.provider();
        var users = Stream.generate(SampleBudgets::user).limit(10).toList();
        var all = Stream.concat(users.stream().map(SampleBudgets::of), Stream.of(of(provider), of(PLATFORM)))
                .flatMap(target -> Stream.of(calls.daily(target, "100000"), calls.monthly(target, "100000")))
                .toList();

        for (int round = 0; round < 5; round++) {
            var outcomes = Together.run(24, number -> switch (number % 4) {
                case 0 -> () -> chargeEach(users, provider);
                case 1 -> () -> chargeEach(users.reversed(), provider);
                case 2 -> calls.service::expireHolds;
                default -> () -> holdEach(users, provider, number % 8 == 3);
            });
            assertThat(outcomes).allMatch(Outcome::succeeded);
            calls.pass(BudgetHold.LIFETIME.dividedBy(2));
        }

        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
        calls.expireHolds();
        assertThat(all)
                .allSatisfy(
                        budget -> assertThat(calls.sql.held(budget, calls.now)).isZero());
        assertThat(all.subList(0, 20))
                .allSatisfy(budget -> assertThat(calls.sql.spent(budget, calls.now))
                        .isEqualByComparingTo(Integer.toString(5 * 12 + 5 * 3)));
        assertThat(all.subList(20, 24))
                .allSatisfy(budget -> assertThat(calls.sql.spent(budget, calls.now))
                        .isEqualByComparingTo(Integer.toString(10 * (5 * 12 + 5 * 3))));
    }

    @Race(5)
    void deletesABudgetBesideItsCalls() {
        var budget = calls.daily(of(calls.user), "1000");
        var other = calls.daily(of(PLATFORM), "1000");

        var outcomes = Together.run(
                16, number -> number == 7 ? () -> calls.delete(budget) : () -> calls.charged(calls.held("1"), "1"));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(calls.sql.spent(budget, calls.now)).isZero();
        assertThat(calls.sql.held(budget, calls.now)).isZero();
        assertThat(calls.sql.spent(other, calls.now)).isEqualByComparingTo("15");
        assertThat(calls.sql.held(other, calls.now)).isZero();
    }

    /** Charges one call of each user in one transaction. */
    private int chargeEach(List<UserId> users, AiProviderId provider) {
        calls.charge(users.stream()
                .map(each -> call(callAt(calls.now), origin(each, provider, PLATFORM), "1"))
                .toList());
        return users.size();
    }

    /** Holds one call of each user, and charges these in one transaction or never. */
    private int holdEach(List<UserId> users, AiProviderId provider, boolean charges) {
        var held = users.stream()
                .map(each -> origin(each, provider, PLATFORM))
                .map(origin -> call(calls.held(origin, "2"), origin, "1"))
                .collect(Collectors.toList());
        Collections.shuffle(held);
        if (charges) {
            calls.charge(held);
        }
        return held.size();
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
