// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static dev.ashlar.wallet.persistence.TestWallets.movement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger.HoldRefund;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.LedgerService;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.WalletProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls that lock several wallets never deadlock. */
@ServiceTest
class LockOrderTest {
    /** Without the order, PostgreSQL ends a deadlock in nearly each of them. */
    private static final int ROUNDS = Boolean.getBoolean(Race.REPEATED) ? 4 : 2;

    private final LedgerService ledger;
    private final TestWallets wallets;
    private final FreshDatabase.Switch database;
    private final JdbcClient psql;
    private long deadlocksBefore;

    @Autowired
    LockOrderTest(LedgerService ledger, FreshDatabase.Switch database) {
        this.ledger = ledger;
        this.database = database;
        this.wallets = new TestWallets(ledger, database);
        this.psql = database.database().psql();
    }

    @BeforeEach
    void countDeadlocks() {
        deadlocksBefore = deadlocks();
    }

    @Test
    void creditsWalletsInBothOrdersWithoutDeadlock() {
        var one = wallets.ownerOf(1000);
        var other = wallets.ownerOf(1000);

        for (int round = 0; round < ROUNDS; round++) {
            var outcomes = Together.run(
                    32,
                    number -> number % 2 == 0 ? () -> credit(List.of(one, other)) : () -> credit(List.of(other, one)));
            assertThat(outcomes).allMatch(Outcome::succeeded);
        }

        wallets.assertWhole(one, 1000 + ROUNDS * 32, 0);
        wallets.assertWhole(other, 1000 + ROUNDS * 32, 0);
        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
    }

    @Test
    void expiresHoldsWhileWalletsAreCreditedWithoutDeadlock() {
        var owners = Stream.generate(() -> wallets.ownerOf(1000)).limit(10).toList();

        for (int round = 0; round < ROUNDS; round++) {
            // The job reads its index in this order, opposite to that of the credits.
            owners.reversed().forEach(this::holdThatIsDue);
            var outcomes = Together.run(16, number -> number % 4 == 0 ? this::expire : () -> creditPairs(owners));
            assertThat(outcomes).allMatch(Outcome::succeeded);
        }

        while (ledger.expireHolds() > 0) {}
        owners.forEach(owner -> wallets.assertWhole(owner, 1000 + ROUNDS * 12 * 2, 0));
        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
    }

    @Test
    void creditsManyWalletsInBothOrdersWithoutDeadlock() {
        var owners = Stream.generate(() -> wallets.ownerOf(1000)).limit(10).toList();

        for (int round = 0; round < ROUNDS; round++) {
            var outcomes = Together.run(16, number -> switch (number % 4) {
                case 0 -> () -> credit(owners);
                case 1 -> () -> credit(owners.reversed());
                default -> () -> creditPairs(owners);
            });
            assertThat(outcomes).allMatch(Outcome::succeeded);
        }

        owners.forEach(owner -> wallets.assertWhole(owner, 1000 + ROUNDS * 8 * 3, 0));
        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
    }

    /** Uses so many wallets that PostgreSQL reads their table in its physical order, in which they were opened. */
    @Test
    void locksManyWalletsInTheOrderOfTheirOwners() throws SQLException {
        var owners = Stream.generate(Ledgers::newUser).limit(300).toList();
        owners.reversed().forEach(ledger::open);
        psql.sql("VACUUM ANALYZE wallet.tokens").update();

        try (var executor = Executors.newSingleThreadExecutor();
                var holding = database.database().owner().getConnection()) {
            holding.setAutoCommit(false);
            lockWallet(holding, owners.getFirst());
            var crediting = executor.submit(() -> credit(owners));
            await().until(() -> database.database().waiting() == 1);

            assertThat(unlockedWallets(owners))
                    .as("wallets after the one it waits for")
                    .isEqualTo(owners.size() - 1);

            holding.rollback();
            assertThat(crediting).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true);
        }
        owners.forEach(owner -> wallets.assertWhole(owner, 1, 0));
    }

    @Test
    void postsConcurrentRefundsOfTheSameHoldsOnce() {
        var owners = Stream.generate(() -> wallets.ownerOf(20)).limit(10).toList();
        var slots = owners.stream().map(this::captured).toList();
        var refunds = slots.stream()
                .map(slot -> new HoldRefund(slot, "refund:" + slot.id(), "Called off"))
                .toList();

        var outcomes =
                Together.run(16, number -> () -> ledger.refundAll(number % 2 == 0 ? refunds : refunds.reversed()));

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.value()).containsExactlyInAnyOrderElementsOf(slots));
        owners.forEach(owner -> wallets.assertWhole(owner, 20, 0));
        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
    }

    @Test
    void releasesHoldsTogetherOrSpendsThemOneByOne() {
        var owners = Stream.generate(() -> wallets.ownerOf(20)).limit(10).toList();
        for (int round = 0; round < ROUNDS; round++) {
            var slots = owners.stream().map(this::held).toList();

            var outcomes = Together.run(14, number -> switch (number % 7) {
                case 0 -> () -> ledger.releaseAll(slots).size();
                case 1 -> () -> ledger.releaseAll(slots.reversed()).size();
                default -> () -> captureIfHeld(slots.get(number % slots.size()));
            });

            assertThat(outcomes).allMatch(Outcome::succeeded);
        }
        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
        owners.forEach(owner -> wallets.assertWhole(owner, balance(owner), 0));
    }

    private int captureIfHeld(HoldReference slot) {
        try {
            LedgerEntryId _ = ledger.capture(slot, "Meeting");
            return 1;
        } catch (DomainException refused) {
            assertThat(refused.type()).isEqualTo(WalletProblem.HOLD_ENDED);
            return 0;
        }
    }

    private HoldReference held(UserId owner) {
        var slot = Ledgers.slot();
        ledger.hold(owner, 1, slot, Instant.now().plusSeconds(600));
        return slot;
    }

    private HoldReference captured(UserId owner) {
        var slot = held(owner);
        LedgerEntryId _ = ledger.capture(slot, "Meeting");
        return slot;
    }

    private boolean credit(List<UserId> owners) {
        var movements = owners.stream().map(owner -> movement(owner, 1)).toList();
        return ledger.creditAll(UsageType.EARNING, movements).size() == owners.size();
    }

    private long balance(UserId owner) {
        return psql.sql("SELECT balance FROM wallet.tokens WHERE user_id = ?")
                .param(owner.value())
                .query(Long.class)
                .single();
    }

    private void holdThatIsDue(UserId owner) {
        ledger.hold(owner, 1, Ledgers.slot(), Instant.now().minusSeconds(1));
    }

    private boolean expire() {
        return ledger.expireHolds() >= 0;
    }

    private boolean creditPairs(List<UserId> owners) {
        for (int number = 0; number < owners.size(); number++) {
            credit(List.of(owners.get(number), owners.get((number + 1) % owners.size())));
        }
        return true;
    }

    private static void lockWallet(Connection holding, UserId owner) throws SQLException {
        try (var lock = holding.prepareStatement("SELECT FROM wallet.tokens WHERE user_id = ? FOR UPDATE")) {
            lock.setObject(1, owner.value());
            lock.execute();
        }
    }

    private long unlockedWallets(List<UserId> owners) {
        return psql.sql("SELECT user_id FROM wallet.tokens WHERE user_id IN (:owners) FOR UPDATE SKIP LOCKED")
                .param("owners", owners.stream().map(UserId::value).toList())
                .query()
                .listOfRows()
                .size();
    }

    /** Ends all sessions first, because a session reports its deadlocks at its end at the latest. */
    private long deadlocks() {
        await().until(this::endsAllSessions);
        return database.database().deadlocks();
    }

    /** The pool opens sessions again after an eviction, so that one may not be enough. */
    private boolean endsAllSessions() {
        database.database().application().getHikariPoolMXBean().softEvictConnections();
        return psql.sql(
                                "SELECT count(*) FROM pg_stat_activity WHERE usename = 'ashlar_app' AND datname = current_database()")
                        .query(Long.class)
                        .single()
                == 0;
    }
}
