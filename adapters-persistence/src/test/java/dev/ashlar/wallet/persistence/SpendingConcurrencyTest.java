// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import static dev.ashlar.wallet.persistence.TestWallets.spend;
import static dev.ashlar.wallet.persistence.TestWallets.successes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.wallet.BalanceLow;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.TokensSpent;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.WalletOpened;
import dev.ashlar.wallet.application.CorrectionService;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.WalletProblem;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Concurrent movements of the same tokens. */
@ServiceTest
@RecordApplicationEvents
class SpendingConcurrencyTest {
    private final TokenLedger ledger;
    private final CorrectionService corrections;
    private final TestWallets wallets;
    private final Actor admin = new Actor(Ledgers.newUser(), Role.ADMIN, Actor.DEFAULT_PLATFORM);

    @Autowired
    SpendingConcurrencyTest(TokenLedger ledger, CorrectionService corrections, FreshDatabase.Switch database) {
        this.ledger = ledger;
        this.corrections = corrections;
        this.wallets = new TestWallets(ledger, database);
    }

    @Test
    void spendsEachTokenOnce(ApplicationEvents events) {
        var owner = wallets.ownerOf(500);

        // 64 at a time, 640 in all, for 500 tokens.
        var outcomes = IntStream.range(0, 10)
                .mapToObj(round ->
                        Together.run(64, number -> number % 2 == 0 ? () -> spend(ledger, owner) : () -> takeOne(owner)))
                .flatMap(List::stream)
                .toList();

        assertThat(successes(outcomes, WalletProblem.TOKENS_INSUFFICIENT)).isEqualTo(500);
        assertThat(outcomes.stream()
                        .filter(Outcome::succeeded)
                        .map(Outcome::value)
                        .distinct())
                .hasSize(500);
        assertThat(wallets.entriesOf(owner, UsageType.MEETING_BOOKING) + wallets.entriesOf(owner, UsageType.ADJUSTMENT))
                .isEqualTo(500);
        wallets.assertWhole(owner, 0, 0);
        assertThat(events.stream(TokensSpent.class)).hasSize(500);
        assertThat(events.stream(BalanceLow.class)).containsExactly(new BalanceLow(owner, 9));
    }

    @Race(5)
    void postsAKeyOnceAndReturnsTheSameEntryToEachCaller(ApplicationEvents events) {
        var owner = wallets.ownerOf(1000);
        events.clear();

        var outcomes = Together.run(32, () -> take(owner, 20, "key"));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.stream().map(Outcome::value).distinct()).hasSize(1);
        wallets.assertWhole(owner, 980, 0);
        assertThat(events.stream(TokensSpent.class)).hasSize(1);
    }

    @Test
    void refusesAKeyOfAnotherWallet() {
        var owners = Stream.generate(() -> wallets.ownerOf(30)).limit(16).toList();
        var key = "shared:" + Ledgers.entryId().value();

        var outcomes = Together.run(
                16,
                number -> () -> ledger.credit(
                        UsageType.PURCHASE, new TokenMovement(owners.get(number), 20, key, "For a test", null)));

        assertThat(successes(outcomes, WalletProblem.IDEMPOTENCY_KEY_REUSED)).isEqualTo(1);
    }

    @Test
    void opensAWalletOnce(ApplicationEvents events) {
        var owner = Ledgers.newUser();

        var outcomes = Together.run(32, () -> {
            ledger.open(owner);
            return true;
        });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(events.stream(WalletOpened.class)).containsExactly(new WalletOpened(owner));
    }

    @Test
    void neitherSpendsHeldTokensNorHoldsSpentOnes() {
        var owner = wallets.ownerOf(40);
        Callable<Object> spending = () -> spend(ledger, owner);
        Callable<Object> taking = () -> takeOne(owner);
        Callable<Object> holding = () -> ledger.hold(owner, 1, Ledgers.slot(), Ledgers.NOW.plusSeconds(999_999_999));

        var outcomes = Together.run(64, number -> switch (number % 4) {
            case 0 -> spending;
            case 1 -> taking;
            default -> holding;
        });

        assertThat(successes(outcomes, WalletProblem.TOKENS_INSUFFICIENT)).isEqualTo(40);
        long spent =
                wallets.entriesOf(owner, UsageType.MEETING_BOOKING) + wallets.entriesOf(owner, UsageType.ADJUSTMENT);
        wallets.assertWhole(owner, 40 - spent, 40 - spent);
    }

    private LedgerEntryId takeOne(UserId owner) {
        return take(owner, 1, "take:" + UUID.randomUUID());
    }

    private LedgerEntryId take(UserId owner, long tokens, String key) {
        return corrections.adjust(admin, owner, -tokens, "Miscounted", key).id();
    }
}
