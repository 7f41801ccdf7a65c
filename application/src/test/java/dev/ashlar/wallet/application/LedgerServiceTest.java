package dev.ashlar.wallet.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.wallet.BalanceLow;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.TokensCredited;
import dev.ashlar.wallet.TokensSpent;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.WalletOpened;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.WalletProblem;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Movements of tokens; holds have a test of their own. */
class LedgerServiceTest {
    private final Office office = new Office();

    @Test
    void aWalletIsOpenedAndAnnouncedOnce() {
        var owner = Ledgers.somebody();

        office.ledger.open(owner);
        office.ledger.open(owner);

        assertThat(office.events).containsExactly(new WalletOpened(owner));
        office.assertWallet(owner, 0, 0);
    }

    @Test
    void whatIsSpentIsAnnounced() {
        var owner = office.ownerOf(100);

        var charge = office.ledger.charge(office.movement(owner, 30));
        var penalty = office.ledger.penalize(office.movement(owner, 20));

        assertThat(office.events)
                .containsExactly(
                        new TokensSpent(charge, owner, UsageType.MEETING_BOOKING, 30, 70),
                        new TokensSpent(penalty, owner, UsageType.PENALTY, 20, 50));
        office.assertWallet(owner, 50, 0);
    }

    @Test
    void whatComesIsAnnounced() {
        var owner = office.ownerOf(0);

        var entry = office.ledger.credit(UsageType.EARNING, office.movement(owner, 5));

        assertThat(office.events).containsExactly(new TokensCredited(entry, owner, UsageType.EARNING, 5, 5));
    }

    @Test
    void eachFallBelowTheThresholdIsAnnouncedOnce() {
        var owner = office.ownerOf(BalanceLow.THRESHOLD + 1);

        office.ledger.charge(office.movement(owner, 1));
        assertThat(lowBalances()).isZero();
        office.ledger.charge(office.movement(owner, 1));
        assertThat(lowBalances()).isEqualTo(1);
        office.ledger.charge(office.movement(owner, 1));
        assertThat(lowBalances()).isEqualTo(1);
        office.ledger.credit(UsageType.PURCHASE, office.movement(owner, 5));
        office.ledger.charge(office.movement(owner, 5));
        assertThat(lowBalances()).isEqualTo(2);
        assertThat(office.events).contains(new BalanceLow(owner, BalanceLow.THRESHOLD - 1));
    }

    @Test
    void aRepeatedMovementReturnsItsEntryAndSaysNothing() {
        var owner = office.ownerOf(30);
        var movement = office.movement(owner, 30);
        var entry = office.ledger.charge(movement);
        office.events.clear();

        assertThat(office.ledger.charge(movement)).isEqualTo(entry);

        assertThat(office.events).isEmpty();
        office.assertWallet(owner, 0, 0);
    }

    @Test
    void aKeyNamesOneMovement() {
        var owner = office.ownerOf(30);
        var key = "booking:1";
        office.ledger.charge(office.movement(owner, 10, key));
        var withSlot = new TokenMovement(owner, 10, key, "For a test", UUID.randomUUID());

        assertKeyReused(() -> office.ledger.charge(office.movement(owner, 11, key)));
        assertKeyReused(() -> office.ledger.charge(office.movement(office.ownerOf(30), 10, key)));
        assertKeyReused(() -> office.ledger.charge(withSlot));
        assertKeyReused(() -> office.ledger.penalize(office.movement(owner, 10, key)));
        assertKeyReused(() -> office.ledger.credit(UsageType.PURCHASE, office.movement(owner, 10, key)));
        office.assertWallet(owner, 20, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE})
    void refusesAmountsThatMoveNothingOrTooMuch(long tokens) {
        var owner = office.ownerOf(30);

        assertRefused(WalletProblem.INVALID_AMOUNT, () -> office.ledger.charge(office.movement(owner, tokens)));
        assertRefused(
                WalletProblem.INVALID_AMOUNT,
                () -> office.ledger.credit(UsageType.PURCHASE, office.movement(owner, tokens)));
    }

    @Test
    void creditsOnlyWithATypeThatGives() {
        var movement = office.movement(office.ownerOf(30), 5);

        assertRefused(WalletProblem.INVALID_AMOUNT, () -> office.ledger.credit(UsageType.PENALTY, movement));
    }

    @Test
    void refusesWhatIsNotThereToSpend() {
        var owner = office.ownerOf(30);

        assertRefused(WalletProblem.INSUFFICIENT_TOKENS, () -> office.ledger.charge(office.movement(owner, 31)));
        assertRefused(WalletProblem.NOT_FOUND, () -> office.ledger.charge(office.movement(Ledgers.somebody(), 1)));
        assertThat(office.events).isEmpty();
    }

    @Test
    void aChargeIsRefundedOnceAndAnnounced() {
        var owner = office.ownerOf(30);
        var charge = office.ledger.charge(office.movement(owner, 20));
        office.events.clear();

        var refund = refund(charge, 15, "refund:1");

        assertThat(office.events).containsExactly(new TokensCredited(refund, owner, UsageType.REFUND, 15, 25));
        assertThat(refund(charge, 15, "refund:1")).isEqualTo(refund);
        assertRefused(WalletProblem.ALREADY_REVERSED, () -> refund(charge, 5, "refund:2"));
        assertKeyReused(() -> refund(charge, 14, "refund:1"));
        office.assertWallet(owner, 25, 0);
    }

    @Test
    void aKeyRefundsOneCharge() {
        var owner = office.ownerOf(30);
        refund(office.ledger.charge(office.movement(owner, 5)), 5, "refund:1");
        var other = office.ledger.charge(office.movement(owner, 5));

        assertKeyReused(() -> refund(other, 5, "refund:1"));
    }

    @Test
    void refundsOnlyWhatWasTaken() {
        var owner = office.ownerOf(30);
        var charge = office.ledger.charge(office.movement(owner, 20));
        var credit = office.ledger.credit(UsageType.PURCHASE, office.movement(owner, 20));

        assertRefused(WalletProblem.REFUND_EXCEEDS_CHARGE, () -> refund(charge, 21, "refund:1"));
        assertRefused(WalletProblem.REFUND_EXCEEDS_CHARGE, () -> refund(credit, 1, "refund:2"));
        assertRefused(WalletProblem.ENTRY_NOT_FOUND, () -> refund(Ledgers.entryId(), 1, "refund:3"));
        office.assertWallet(owner, 30, 0);
    }

    @Test
    void aDeedIsUndoneExactlyAndOnce() {
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
    void whatIsSpentIsNotUndone() {
        var owner = office.ownerOf(0);
        office.ledger.credit(UsageType.PURCHASE, office.movement(owner, 20, "order:1"));
        office.ledger.charge(office.movement(owner, 1));

        assertRefused(WalletProblem.INSUFFICIENT_TOKENS, () -> office.ledger.undo("order:1", "Refunded"));
        office.assertWallet(owner, 19, 0);
    }

    @Test
    void aTransferTakesAndGivesOnce() {
        var student = office.ownerOf(30);
        var mentor = office.ownerOf(0);
        var from = office.movement(student, 20);
        var to = office.movement(mentor, 15);

        office.ledger.transfer(from, to);
        office.ledger.transfer(from, to);

        office.assertWallet(student, 10, 0);
        office.assertWallet(mentor, 15, 0);
    }

    private LedgerEntryId refund(LedgerEntryId charge, long tokens, String key) {
        return office.ledger.refund(charge, tokens, key, "Called off");
    }

    private long lowBalances() {
        return office.events.stream().filter(BalanceLow.class::isInstance).count();
    }

    private static void assertKeyReused(ThrowingCallable call) {
        assertRefused(WalletProblem.IDEMPOTENCY_KEY_REUSED, call);
    }
}
