// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import static dev.ashlar.wallet.domain.Ledgers.NOW;
import static dev.ashlar.wallet.domain.Ledgers.booking;
import static dev.ashlar.wallet.domain.Ledgers.entryId;
import static dev.ashlar.wallet.domain.Ledgers.hold;
import static dev.ashlar.wallet.domain.Ledgers.newUser;
import static dev.ashlar.wallet.domain.Ledgers.purchase;
import static dev.ashlar.wallet.domain.Ledgers.slot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of {@link TokenHolds} together with {@link Wallets}. Each test starts with 30 tokens. */
public abstract class TokenHoldsContract {
    private final UserId owner = newUser();
    private final HoldReference slot = slot();

    protected abstract Wallets wallets();

    protected abstract TokenHolds holds();

    @BeforeEach
    void openWallet() {
        wallets().open(owner, NOW);
        assertThat(wallets().post(purchase(owner, 30))).isPresent();
    }

    @Test
    void keepsEveryFieldOfAHold() {
        var hold = hold(owner, 7, slot);

        assertThat(holds().place(hold, NOW)).isTrue();

        assertThat(holds().find(slot).orElseThrow()).usingRecursiveComparison().isEqualTo(hold);
        assertWallet(30, 7);
    }

    @Test
    void findsNoUnknownHold() {
        assertThat(holds().find(slot)).isEmpty();
    }

    @Test
    void holdsNoUnavailableTokens() {
        assertThat(holds().place(hold(owner, 20, slot()), NOW)).isTrue();

        assertThat(holds().place(hold(owner, 11, slot), NOW)).isFalse();
        assertThat(holds().place(hold(newUser(), 1, slot), NOW)).isFalse();
        assertThat(holds().find(slot)).isEmpty();
        assertWallet(30, 20);
    }

    @Test
    void doesNotSpendHeldTokens() {
        assertThat(holds().place(hold(owner, 20, slot), NOW)).isTrue();

        assertThat(wallets().post(booking(owner, 11))).isEmpty();
        assertThat(wallets().post(booking(owner, 10))).isPresent();
        assertWallet(20, 20);
    }

    @Test
    void holdsOnceForAReference() {
        assertThat(holds().place(hold(owner, 7, slot), NOW)).isTrue();

        assertThat(holds().place(hold(owner, 7, slot), NOW)).isFalse();
        assertWallet(30, 7);
    }

    @Test
    void spendsTheTokensOfACapturedHold() {
        var hold = placed(7);
        var posting = hold.capture(entryId(), "Meeting", NOW);

        var entry = wallets().postCapture(hold, posting).orElseThrow();

        assertThat(entry)
                .usingRecursiveComparison()
                .isEqualTo(new LedgerEntry(
                        posting.id(),
                        owner,
                        2,
                        new Movement(UsageType.MEETING_BOOKING, -7, slot.id(), "Meeting", posting.idempotencyKey()),
                        30,
                        23,
                        null,
                        NOW));
        var captured = holds().find(slot).orElseThrow();
        assertThat(captured.status()).isEqualTo(HoldStatus.CAPTURED);
        assertThat(captured.ledgerEntryId()).isEqualTo(entry.id());
        assertWallet(23, 0);
    }

    @Test
    void spendsOnceAtOnce() {
        var hold = hold(owner, 7, slot);
        var posting = hold.capture(entryId(), "Meeting", NOW);

        var entry = wallets().postAtOnce(hold, posting).orElseThrow();

        assertThat(entry)
                .usingRecursiveComparison()
                .isEqualTo(WalletSpecification.entryFor(new Wallet(owner, 30, 0, 1), posting));
        assertThat(holds().find(slot).orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("status", "ledgerEntryId")
                .isEqualTo(hold);
        assertStatus(HoldStatus.CAPTURED);
        assertThat(holds().find(slot).orElseThrow().ledgerEntryId()).isEqualTo(entry.id());
        assertThat(spentAtOnce(owner, 7, slot)).isEmpty();
        assertThat(holds().place(hold(owner, 7, slot), NOW)).isFalse();
        assertWallet(23, 0);
    }

    @Test
    void spendsOnlyAvailableTokensAtOnce() {
        assertThat(holds().place(hold(owner, 20, slot), NOW)).isTrue();

        assertThat(spentAtOnce(owner, 11, slot())).isEmpty();
        assertThat(spentAtOnce(newUser(), 1, slot())).isEmpty();
        assertThat(spentAtOnce(owner, 1, slot)).isEmpty();
        assertWallet(30, 20);
        assertThat(spentAtOnce(owner, 10, slot())).isPresent();
        assertWallet(20, 20);
    }

    @Test
    void endsAHoldOnce() {
        var hold = placed(7);
        var late = NOW.plus(Duration.ofHours(2));
        assertThat(holds().release(hold.id(), NOW)).isTrue();

        assertThat(holds().release(hold.id(), NOW)).isFalse();
        assertThat(holds().expireDue(late, 10)).isZero();
        assertThat(wallets().postCapture(hold, hold.capture(entryId(), "Meeting", NOW)))
                .isEmpty();
        assertStatus(HoldStatus.RELEASED);
        assertWallet(30, 0);
    }

    @Test
    void refusesToReleaseACapturedHold() {
        var hold = placed(7);
        assertThat(wallets().postCapture(hold, hold.capture(entryId(), "Meeting", NOW)))
                .isPresent();

        assertThat(holds().release(hold.id(), NOW)).isFalse();
        assertThat(holds().expireDue(hold.expiresAt(), 10)).isZero();
        assertThat(wallets().postCapture(hold, hold.capture(entryId(), "Again", NOW)))
                .isEmpty();
        assertStatus(HoldStatus.CAPTURED);
        assertWallet(23, 0);
    }

    @Test
    void refusesToCaptureAnExpiredHold() {
        var hold = placed(7);
        var tooLate = Posting.of(
                entryId(),
                owner,
                new Movement(UsageType.MEETING_BOOKING, -7, slot.id(), "Meeting", "too late"),
                hold.expiresAt());

        assertThat(wallets().postCapture(hold, tooLate)).isEmpty();
        assertStatus(HoldStatus.HELD);
        assertWallet(30, 7);
    }

    @Test
    void expiresAHoldThatIsReleasedTooLate() {
        var hold = placed(7);

        assertThat(holds().release(hold.id(), hold.expiresAt())).isTrue();

        assertStatus(HoldStatus.EXPIRED);
        assertWallet(30, 0);
    }

    @Test
    void releasesNoUnknownHold() {
        assertThat(holds().release(new HoldId(UUID.randomUUID()), NOW)).isFalse();
    }

    @Test
    void releasesSeveralHoldsAtOnce() {
        var first = placed(7);
        var second = hold(owner, 5, slot());
        assertThat(holds().place(second, NOW)).isTrue();
        var captured = hold(owner, 3, slot());
        assertThat(holds().place(captured, NOW)).isTrue();
        assertThat(wallets().postCapture(captured, captured.capture(entryId(), "Meeting", NOW)))
                .isPresent();
        var ids = List.of(first.id(), captured.id(), second.id(), new HoldId(UUID.randomUUID()));

        assertThat(holds().releaseAll(ids, NOW)).isEqualTo(2);

        assertThat(holds().releaseAll(ids, NOW)).isZero();
        assertStatus(HoldStatus.RELEASED);
        assertWallet(27, 0);
    }

    @Test
    void locksTheCurrentHoldOfEachReference() {
        assertThat(holds().release(placed(7).id(), NOW)).isTrue();
        var again = placed(8);
        var other = hold(owner, 5, slot());
        assertThat(holds().place(other, NOW)).isTrue();

        assertThat(holds().lockAll(List.of(other.reference(), slot, slot(), slot)))
                .containsExactlyInAnyOrder(again, other);
    }

    @Test
    void expiresDueHoldsUpToTheLimit() {
        for (int count = 0; count < 3; count++) {
            assertThat(holds().place(hold(owner, 5, slot()), NOW)).isTrue();
        }
        var due = hold(owner, 5, slot()).expiresAt();

        assertThat(holds().expireDue(due.minusNanos(1000), 10)).isZero();
        assertThat(holds().expireDue(due, 2)).isEqualTo(2);
        assertWallet(30, 5);
        assertThat(holds().expireDue(due, 2)).isEqualTo(1);
        assertWallet(30, 0);
        assertThat(holds().expireDue(due, 2)).isZero();
    }

    @Test
    void expiresHoldsOfSeveralWallets() {
        var other = newUser();
        wallets().open(other, NOW);
        assertThat(wallets().post(purchase(other, 9))).isPresent();
        var hold = placed(7);
        assertThat(holds().place(hold(other, 9, slot()), NOW)).isTrue();

        assertThat(holds().expireDue(hold.expiresAt(), 10)).isEqualTo(2);

        assertWallet(30, 0);
        assertThat(wallets().find(other)).contains(new Wallet(other, 9, 0, 1));
    }

    @Test
    void findsTheNewHoldOfAReleasedReference() {
        assertThat(holds().release(placed(7).id(), NOW)).isTrue();
        var again = hold(owner, 8, slot);

        assertThat(holds().place(again, NOW)).isTrue();

        assertThat(holds().find(slot)).contains(again);
        assertWallet(30, 8);
    }

    private Optional<LedgerEntry> spentAtOnce(UserId person, long tokens, HoldReference reference) {
        var hold = hold(person, tokens, reference);
        return wallets().postAtOnce(hold, hold.capture(entryId(), "Meeting", NOW));
    }

    private TokenHold placed(long tokens) {
        var hold = hold(owner, tokens, slot);
        assertThat(holds().place(hold, NOW)).isTrue();
        return hold;
    }

    private void assertStatus(HoldStatus expected) {
        assertThat(holds().find(slot).orElseThrow().status()).isEqualTo(expected);
    }

    private void assertWallet(long balance, long held) {
        var wallet = wallets().find(owner).orElseThrow();
        assertThat(wallet.balance()).as("balance").isEqualTo(balance);
        assertThat(wallet.held()).as("held").isEqualTo(held);
    }
}
