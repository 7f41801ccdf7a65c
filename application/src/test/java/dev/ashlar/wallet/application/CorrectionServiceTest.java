// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.wallet.application.Office.actor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger.HoldRefund;
import dev.ashlar.wallet.TokensCredited;
import dev.ashlar.wallet.TokensSpent;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.LedgerEntry;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.WalletProblem;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Adjustments and reversals; the reconciliation is tested on a real ledger. */
class CorrectionServiceTest {
    private final Office office = new Office();
    private final CorrectionService corrections = office.corrections(new InMemoryViews(office.requests));
    private final Actor admin = actor(Role.ADMIN);

    @Test
    void adjustsInBothDirections() {
        var owner = office.ownerOf(30);

        var more = adjust(owner, 5, "key 1");
        var less = adjust(owner, -10, "key 2");

        assertThat(office.events)
                .containsExactly(
                        new TokensCredited(more.id(), owner, UsageType.ADJUSTMENT, 5, 35),
                        new TokensSpent(less.id(), owner, UsageType.ADJUSTMENT, 10, 25));
        assertThat(more.reason()).isEqualTo("Miscounted");
    }

    @Test
    void refusesToTakeHeldTokens() {
        var owner = office.ownerOf(30);
        office.ledger.hold(owner, 20, Ledgers.slot(), office.now().plusSeconds(60));

        assertRefused(WalletProblem.TOKENS_INSUFFICIENT, () -> adjust(owner, -11, "key"));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, 0, Long.MAX_VALUE})
    void refusesTokensOutsideOfTheLimits(long delta) {
        var owner = office.ownerOf(30);

        assertRefused(WalletProblem.AMOUNT_INVALID, () -> adjust(owner, delta, "key"));
    }

    @Test
    void adjustsOnceForAKeyOfAnAdministrator() {
        var owner = office.ownerOf(30);
        var entry = adjust(owner, 5, "key");

        assertThat(adjust(owner, 5, "key")).isEqualTo(entry);
        assertRefused(WalletProblem.IDEMPOTENCY_KEY_REUSED, () -> adjust(owner, 6, "key"));
        assertThat(corrections
                        .adjust(actor(Role.ADMIN), owner, 5, "Miscounted", "key")
                        .id())
                .isNotEqualTo(entry.id());
        office.assertWallet(owner, 40, 0);
    }

    @Test
    void reversesAnEntryOnce() {
        var owner = office.ownerOf(30);
        var charge = office.charge(owner, 20);

        var reversal = reverse(charge);

        assertThat(reversal.delta()).isEqualTo(20);
        assertThat(reversal.reversesId()).isEqualTo(charge);
        assertRefused(WalletProblem.ENTRY_REVERSED, () -> reverse(charge));
        assertRefused(WalletProblem.ENTRY_NOT_REVERSIBLE, () -> reverse(reversal.id()));
        office.assertWallet(owner, 30, 0);
    }

    @Test
    void undoesAnEntryByARefundOrAReversalOnly() {
        var owner = office.ownerOf(30);
        var refundedSlot = Ledgers.slot();
        var refunded = office.ledger.spend(owner, 10, refundedSlot, "Meeting");
        var reversedSlot = Ledgers.slot();
        var reversed = office.ledger.spend(owner, 10, reversedSlot, "Meeting");
        assertThat(refund(refundedSlot)).containsExactly(refundedSlot);
        reverse(reversed);

        assertRefused(WalletProblem.ENTRY_REVERSED, () -> reverse(refunded));
        assertThat(refund(reversedSlot)).isEmpty();
        office.assertWallet(owner, 30, 0);
    }

    @Test
    void refusesToReverseASpentCredit() {
        var owner = office.ownerOf(0);
        var credit = office.ledger.credit(UsageType.PURCHASE, office.movement(owner, 20));
        office.charge(owner, 1);

        assertRefused(WalletProblem.TOKENS_INSUFFICIENT, () -> reverse(credit));
        office.assertWallet(owner, 19, 0);
    }

    @Test
    void refusesToReverseAnUnknownEntry() {
        assertRefused(WalletProblem.ENTRY_NOT_FOUND, () -> reverse(Ledgers.entryId()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
    void refusesCorrectionsByAllButAdministrators(Role role) {
        var owner = office.ownerOf(30);
        var charge = office.charge(owner, 20);
        var other = actor(role);

        assertRefused(KernelProblem.FORBIDDEN, () -> corrections.adjust(other, owner, 5, "Please", "key"));
        assertRefused(KernelProblem.FORBIDDEN, () -> corrections.reverse(other, charge, "Please"));
        assertRefused(KernelProblem.FORBIDDEN, () -> corrections.drifts(other, PageRequest.first()));
        office.assertWallet(owner, 10, 0);
    }

    @Test
    void refusesCorrectionsOfTheOwnWallet() {
        office.ledger.open(admin.userId());
        var gift = corrections.adjust(actor(Role.ADMIN), admin.userId(), 5, "Thanks", "gift");

        assertRefused(WalletProblem.OWN_WALLET, () -> adjust(admin.userId(), 5, "key"));
        assertRefused(WalletProblem.OWN_WALLET, () -> reverse(gift.id()));
    }

    private Set<HoldReference> refund(HoldReference slot) {
        return office.ledger.refundAll(List.of(new HoldRefund(slot, "refund:" + slot.id(), "Called off")));
    }

    private LedgerEntry adjust(UserId owner, long delta, String key) {
        return corrections.adjust(admin, owner, delta, "Miscounted", key);
    }

    private LedgerEntry reverse(LedgerEntryId id) {
        return corrections.reverse(admin, id, "Wrong person");
    }
}
