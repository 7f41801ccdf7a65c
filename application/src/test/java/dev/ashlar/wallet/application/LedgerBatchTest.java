// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.TokenLedger.HoldRefund;
import dev.ashlar.wallet.TokensCredited;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.Ledgers;
import dev.ashlar.wallet.domain.WalletProblem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls for several users: they skip the movements that are not possible. */
class LedgerBatchTest {
    private final Office office = new Office();
    private final UserId one = office.ownerOf(30);
    private final UserId other = office.ownerOf(30);

    @Test
    void releasesHoldsAndReturnsTheirReferences() {
        var held = held(one, 10);
        var alsoHeld = held(other, 20);
        var given = held(one, 5);
        office.ledger.release(given);
        var spent = captured(one, 7);
        var all = List.of(held, alsoHeld, given, spent, Ledgers.slot());

        assertThat(office.ledger.releaseAll(all)).containsExactlyInAnyOrder(held, alsoHeld, given);
        assertThat(office.ledger.releaseAll(all)).containsExactlyInAnyOrder(held, alsoHeld, given);
        assertThat(office.ledger.releaseAll(List.of())).isEmpty();

        office.assertWallet(one, 23, 0);
        office.assertWallet(other, 30, 0);
    }

    @Test
    void refundsCapturesOnceAndReturnsTheirReferences() {
        var spent = captured(one, 7);
        var alsoSpent = captured(one, 8);
        var undone = captured(other, 9);
        office.ledger.undo(
                "hold:" + office.wallets.holds().find(undone).orElseThrow().id().value(), "By hand");
        var all = List.of(
                refund(spent), refund(undone), refund(held(other, 4)), refund(alsoSpent), refund(Ledgers.slot()));
        office.events.clear();

        assertThat(office.ledger.refundAll(all)).containsExactlyInAnyOrder(spent, alsoSpent);
        assertThat(office.ledger.refundAll(all)).containsExactlyInAnyOrder(spent, alsoSpent);
        assertThat(office.ledger.refundAll(List.of())).isEmpty();

        office.assertWallet(one, 30, 0);
        office.assertWallet(other, 30, 4);
        assertThat(office.events).hasSize(2).allMatch(TokensCredited.class::isInstance);
        assertThat(office.wallets.findEntryByKey(key(spent)).orElseThrow().slotId())
                .isEqualTo(spent.id());
    }

    @Test
    void creditsUsersWithAWallet() {
        var movements = List.of(
                office.movement(one, 1, "a"), office.movement(one, 2, "b"), office.movement(Ledgers.newUser(), 3, "c"));

        assertThat(office.ledger.creditAll(UsageType.EARNING, movements)).containsExactlyInAnyOrder("a", "b");
        assertThat(office.ledger.creditAll(UsageType.EARNING, movements)).containsExactlyInAnyOrder("a", "b");

        office.assertWallet(one, 33, 0);
    }

    @Test
    void refusesAnotherMovementUnderTheSameKey() {
        office.ledger.credit(UsageType.EARNING, office.movement(one, 1, "a"));

        assertRefused(
                WalletProblem.IDEMPOTENCY_KEY_REUSED,
                () -> office.ledger.creditAll(UsageType.EARNING, List.of(office.movement(one, 2, "a"))));
    }

    @Test
    void penalizesAllOrNone() {
        office.ledger.penalizeAll(List.of(office.movement(one, 30, "a"), office.movement(other, 1, "b")));
        office.ledger.penalizeAll(List.of(office.movement(one, 30, "a"), office.movement(other, 1, "b")));

        office.assertWallet(one, 0, 0);
        office.assertWallet(other, 29, 0);
        assertRefused(
                WalletProblem.TOKENS_INSUFFICIENT,
                () -> office.ledger.penalizeAll(List.of(office.movement(one, 1, "c"))));
    }

    private HoldReference held(UserId owner, long tokens) {
        var slot = Ledgers.slot();
        office.ledger.hold(owner, tokens, slot, office.now().plus(Duration.ofHours(1)));
        return slot;
    }

    private HoldReference captured(UserId owner, long tokens) {
        var slot = held(owner, tokens);
        LedgerEntryId _ = office.ledger.capture(slot, "Meeting");
        return slot;
    }

    private static HoldRefund refund(HoldReference slot) {
        return new HoldRefund(slot, key(slot), "Called off");
    }

    private static String key(HoldReference slot) {
        return "refund:" + slot.id();
    }
}
