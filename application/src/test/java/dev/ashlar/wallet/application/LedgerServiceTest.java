// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.wallet.BalanceLow;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.TokensCredited;
import dev.ashlar.wallet.TokensSpent;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.WalletOpened;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.WalletProblem;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Movements of tokens; {@link HoldKeeperTest} tests holds. */
class LedgerServiceTest {
    private final Office office = new Office();

    @Test
    void opensAWalletAndPublishesItOnce() {
        var owner = Ledgers.newUser();

        office.ledger.open(owner);
        office.ledger.open(owner);

        assertThat(office.events).containsExactly(new WalletOpened(owner));
        office.assertWallet(owner, 0, 0);
    }

    @Test
    void publishesSpentTokens() {
        var owner = office.ownerOf(100);

        var charge = office.charge(owner, 30);
        office.ledger.penalizeAll(List.of(office.movement(owner, 20, "penalty")));

        var penalty = office.wallets.findEntryByKey("penalty").orElseThrow().id();
        assertThat(office.events)
                .containsExactly(
                        new TokensSpent(charge, owner, UsageType.MEETING_BOOKING, 30, 70),
                        new TokensSpent(penalty, owner, UsageType.PENALTY, 20, 50));
        office.assertWallet(owner, 50, 0);
    }

    @Test
    void publishesCreditedTokens() {
        var owner = office.ownerOf(0);

        var entry = office.ledger.credit(UsageType.EARNING, office.movement(owner, 5));

        assertThat(office.events).containsExactly(new TokensCredited(entry, owner, UsageType.EARNING, 5, 5));
    }

    @Test
    void publishesEachFallBelowTheThresholdOnce() {
        var owner = office.ownerOf(BalanceLow.THRESHOLD + 1);

        office.charge(owner, 1);
        assertThat(lowBalances()).isZero();
        office.charge(owner, 1);
        assertThat(lowBalances()).isEqualTo(1);
        office.charge(owner, 1);
        assertThat(lowBalances()).isEqualTo(1);
        office.ledger.credit(UsageType.PURCHASE, office.movement(owner, 5));
        office.charge(owner, 5);
        assertThat(lowBalances()).isEqualTo(2);
        assertThat(office.events).contains(new BalanceLow(owner, BalanceLow.THRESHOLD - 1));
    }

    @Test
    void returnsTheEntryOfARepeatedMovementAndPublishesNoEvent() {
        var owner = office.ownerOf(30);
        var movement = office.movement(owner, 30);
        var entry = office.ledger.credit(UsageType.EARNING, movement);
        office.events.clear();

        assertThat(office.ledger.credit(UsageType.EARNING, movement)).isEqualTo(entry);

        assertThat(office.events).isEmpty();
        office.assertWallet(owner, 60, 0);
    }

    @Test
    void refusesAnotherMovementUnderTheSameKey() {
        var owner = office.ownerOf(30);
        var key = "order:1";
        office.ledger.credit(UsageType.PURCHASE, office.movement(owner, 10, key));
        var withSlot = new TokenMovement(owner, 10, key, "For a test", UUID.randomUUID());

        assertKeyReused(() -> office.ledger.credit(UsageType.PURCHASE, office.movement(owner, 11, key)));
        assertKeyReused(() -> office.ledger.credit(UsageType.PURCHASE, office.movement(office.ownerOf(30), 10, key)));
        assertKeyReused(() -> office.ledger.credit(UsageType.PURCHASE, withSlot));
        assertKeyReused(() -> office.ledger.credit(UsageType.EARNING, office.movement(owner, 10, key)));
        assertKeyReused(() -> office.ledger.penalizeAll(List.of(office.movement(owner, 10, key))));
        office.assertWallet(owner, 40, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
    void refusesTokensOutsideOfTheLimits(long tokens) {
        var owner = office.ownerOf(30);

        assertRefused(
                WalletProblem.AMOUNT_INVALID, () -> office.ledger.penalizeAll(List.of(office.movement(owner, tokens))));
        assertRefused(
                WalletProblem.AMOUNT_INVALID,
                () -> office.ledger.credit(UsageType.PURCHASE, office.movement(owner, tokens)));
    }

    @Test
    void refusesACreditOfATypeThatTakesTokens() {
        var movement = office.movement(office.ownerOf(30), 5);

        assertRefused(WalletProblem.AMOUNT_INVALID, () -> office.ledger.credit(UsageType.PENALTY, movement));
    }

    @Test
    void refusesToSpendUnavailableTokens() {
        var owner = office.ownerOf(30);

        assertRefused(WalletProblem.TOKENS_INSUFFICIENT, () -> office.charge(owner, 31));
        assertRefused(WalletProblem.WALLET_NOT_FOUND, () -> office.charge(Ledgers.newUser(), 1));
        assertRefused(
                WalletProblem.WALLET_NOT_FOUND,
                () -> office.ledger.credit(UsageType.PURCHASE, office.movement(Ledgers.newUser(), 1)));
        assertThat(office.events).isEmpty();
    }

    @Test
    void undoesAMovementExactlyAndOnce() {
        var owner = office.ownerOf(0);
        office.ledger.credit(UsageType.PURCHASE, office.movement(owner, 20, "order:1"));
        office.events.clear();

        var undone = office.ledger.undo("order:1", "Refunded").orElseThrow();

        assertThat(office.events).contains(new TokensSpent(undone, owner, UsageType.REVERSAL, 20, 0));
        assertThat(office.ledger.undo("order:1", "Refunded")).contains(undone);
        assertThat(office.ledger.undo("order:2", "Refunded")).isEmpty();
        office.assertWallet(owner, 0, 0);
    }

    @Test
    void refusesToUndoASpentCredit() {
        var owner = office.ownerOf(0);
        office.ledger.credit(UsageType.PURCHASE, office.movement(owner, 20, "order:1"));
        office.charge(owner, 1);

        assertRefused(WalletProblem.TOKENS_INSUFFICIENT, () -> office.ledger.undo("order:1", "Refunded"));
        office.assertWallet(owner, 19, 0);
    }

    private long lowBalances() {
        return office.events.stream().filter(BalanceLow.class::isInstance).count();
    }

    private static void assertKeyReused(ThrowingCallable call) {
        assertRefused(WalletProblem.IDEMPOTENCY_KEY_REUSED, call);
    }
}
