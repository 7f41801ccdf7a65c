// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger.HoldRefund;
import dev.ashlar.wallet.TokensSpent;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.WalletProblem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds and their ends. */
class HoldKeeperTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Office office = new Office();
    private final HoldReference slot = Ledgers.slot();
    private UserId owner = Ledgers.newUser();

    @BeforeEach
    void openWallet() {
        owner = office.ownerOf(30);
    }

    @Test
    void holdsTokensWithoutSpendingThem() {
        hold(20);

        office.assertWallet(owner, 30, 20);
        assertThat(office.events).isEmpty();
        assertRefused(WalletProblem.TOKENS_INSUFFICIENT, () -> office.charge(owner, 11));
    }

    @Test
    void returnsTheHoldOfARepeatedCall() {
        assertThat(hold(20)).isEqualTo(hold(20));

        office.assertWallet(owner, 30, 20);
    }

    @Test
    void refusesOtherTokensForTheSameReference() {
        hold(20);
        var other = office.ownerOf(30);

        assertRefused(WalletProblem.IDEMPOTENCY_KEY_REUSED, () -> hold(21));
        assertRefused(
                WalletProblem.IDEMPOTENCY_KEY_REUSED,
                () -> office.ledger.hold(other, 20, slot, office.now().plus(HOUR)));
        office.assertWallet(other, 30, 0);
    }

    @Test
    void refusesToHoldUnavailableTokens() {
        assertRefused(WalletProblem.TOKENS_INSUFFICIENT, () -> hold(31));
        assertRefused(WalletProblem.AMOUNT_INVALID, () -> hold(0));
        assertRefused(
                WalletProblem.WALLET_NOT_FOUND,
                () -> office.ledger.hold(
                        Ledgers.newUser(), 1, slot, office.now().plus(HOUR)));
    }

    @Test
    void capturesAndPublishesOnce() {
        hold(20);

        var entry = office.ledger.capture(slot, "Meeting");

        assertThat(office.ledger.capture(slot, "Meeting")).isEqualTo(entry);
        assertThat(office.events)
                .contains(new TokensSpent(entry, owner, UsageType.MEETING_BOOKING, 20, 10))
                .hasSize(1);
        office.assertWallet(owner, 10, 0);
    }

    @Test
    void spendsAndPublishesOnceAtOnce() {
        var entry = spend(20);

        assertThat(spend(20)).isEqualTo(entry);
        assertThat(office.events).containsExactly(new TokensSpent(entry, owner, UsageType.MEETING_BOOKING, 20, 10));
        assertThat(office.ledger.capture(slot, "Meeting")).isEqualTo(entry);
        assertRefused(WalletProblem.HOLD_ENDED, () -> office.ledger.release(slot));
        assertThat(office.ledger.refundAll(List.of(new HoldRefund(slot, "refund", "Called off"))))
                .containsExactly(slot);
        office.assertWallet(owner, 30, 0);
    }

    @Test
    void spendsTokensThatAreAlreadyHeld() {
        hold(20);

        assertRefused(WalletProblem.IDEMPOTENCY_KEY_REUSED, () -> spend(21));
        assertThat(spend(20)).isEqualTo(office.ledger.capture(slot, "Meeting"));
        office.assertWallet(owner, 10, 0);
    }

    @Test
    void refusesToSpendUnavailableTokens() {
        assertRefused(WalletProblem.TOKENS_INSUFFICIENT, () -> spend(31));
        assertRefused(WalletProblem.AMOUNT_INVALID, () -> spend(0));
        assertRefused(WalletProblem.WALLET_NOT_FOUND, () -> office.ledger.spend(Ledgers.newUser(), 1, slot, "Meeting"));
        hold(20);
        office.ledger.release(slot);
        spend(30);
        office.assertWallet(owner, 0, 0);
    }

    @Test
    void releasesRepeatedly() {
        hold(20);

        office.ledger.release(slot);
        office.ledger.release(slot);

        office.assertWallet(owner, 30, 0);
    }

    @Test
    void refusesToReleaseOrHoldSpentTokens() {
        hold(20);
        office.ledger.capture(slot, "Meeting");

        assertRefused(WalletProblem.HOLD_ENDED, () -> office.ledger.release(slot));
        var refusal = assertRefused(WalletProblem.HOLD_ENDED, () -> hold(5));
        assertThat(refusal.detail()).contains("captured");
        office.assertWallet(owner, 10, 0);
    }

    @Test
    void refusesToCaptureAReleasedHoldButHoldsAgain() {
        hold(20);
        office.ledger.release(slot);

        assertRefused(WalletProblem.HOLD_ENDED, () -> office.ledger.capture(slot, "Meeting"));
        hold(25);
        office.assertWallet(owner, 30, 25);
    }

    @Test
    void refusesToCaptureAnExpiredHoldBeforeTheJobRuns() {
        hold(20);
        office.wait(HOUR);

        var refusal = assertRefused(WalletProblem.HOLD_ENDED, () -> office.ledger.capture(slot, "Meeting"));

        assertThat(refusal.detail()).contains("expired");
    }

    @Test
    void replacesAnExpiredHoldBeforeTheJobRuns() {
        hold(20);
        office.wait(HOUR);
        var other = office.ownerOf(9);

        office.ledger.hold(other, 9, slot, office.now().plus(HOUR));

        office.assertWallet(owner, 30, 0);
        office.assertWallet(other, 9, 9);
        assertThat(office.ledger.expireHolds()).isZero();
    }

    @Test
    void expiresHoldsByTheJob() {
        hold(20);
        assertThat(office.ledger.expireHolds()).isZero();
        office.wait(HOUR);

        assertThat(office.ledger.expireHolds()).isEqualTo(1);

        office.assertWallet(owner, 30, 0);
        assertThat(office.events).isEmpty();
        office.ledger.release(slot);
        assertRefused(WalletProblem.HOLD_ENDED, () -> office.ledger.capture(slot, "Meeting"));
    }

    @Test
    void refusesReferencesWithoutAHold() {
        assertRefused(WalletProblem.HOLD_NOT_FOUND, () -> office.ledger.capture(slot, "Meeting"));
        assertRefused(WalletProblem.HOLD_NOT_FOUND, () -> office.ledger.release(slot));
    }

    private LedgerEntryId spend(long tokens) {
        return office.ledger.spend(owner, tokens, slot, "Meeting");
    }

    private HoldId hold(long tokens) {
        return office.ledger.hold(owner, tokens, slot, office.now().plus(HOUR));
    }
}
