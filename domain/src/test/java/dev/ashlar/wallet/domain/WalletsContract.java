// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import static dev.ashlar.wallet.domain.Ledgers.NOW;
import static dev.ashlar.wallet.domain.Ledgers.booking;
import static dev.ashlar.wallet.domain.Ledgers.entryId;
import static dev.ashlar.wallet.domain.Ledgers.newUser;
import static dev.ashlar.wallet.domain.Ledgers.purchase;
import static dev.ashlar.wallet.domain.WalletSpecification.after;
import static dev.ashlar.wallet.domain.WalletSpecification.entryFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Contract of {@link Wallets}. */
public abstract class WalletsContract {
    protected abstract Wallets wallets();

    @Test
    void opensOneEmptyWalletForAUser() {
        var owner = newUser();

        assertThat(wallets().open(owner, NOW)).isTrue();
        assertThat(wallets().open(owner, NOW)).isFalse();
        assertThat(wallets().find(owner)).contains(Wallet.empty(owner));
    }

    @Test
    void findsNoUnknownWalletOrEntry() {
        assertThat(wallets().find(newUser())).isEmpty();
        assertThat(wallets().findEntry(entryId())).isEmpty();
        assertThat(wallets().findEntryByKey("no such key")).isEmpty();
        assertThat(wallets().findUndoing(entryId())).isEmpty();
    }

    @Test
    void postsAsTheSpecificationSays() {
        var owner = ownerOf(30);
        var before = wallets().find(owner).orElseThrow();
        var posting = booking(owner, 12);

        var entry = wallets().post(posting).orElseThrow();

        assertThat(entry).usingRecursiveComparison().isEqualTo(entryFor(before, posting));
        assertThat(wallets().find(owner)).contains(after(before, entry));
    }

    @Test
    void keepsEveryFieldOfAnEntry() {
        var owner = ownerOf(30);
        var charge = wallets().post(booking(owner, 12)).orElseThrow();
        var movement = new Movement(UsageType.REFUND, 5, UUID.randomUUID(), "Called off", "key of the refund");
        var refund = new Posting(
                entryId(), owner, movement, new Posting.Reversed(charge.id(), charge.delta()), NOW.plusSeconds(1));

        var entry = wallets().post(refund).orElseThrow();

        assertThat(entry)
                .usingRecursiveComparison()
                .isEqualTo(new LedgerEntry(refund.id(), owner, 3, movement, 18, 23, charge.id(), refund.at()));
        assertThat(wallets().findEntry(entry.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(entry);
        assertThat(wallets().findEntryByKey("key of the refund")).contains(entry);
        assertThat(wallets().findUndoing(charge.id())).contains(entry);
    }

    @Test
    void postsNoUncoveredMovement() {
        var owner = ownerOf(30);

        assertThat(wallets().post(booking(owner, 31))).isEmpty();
        assertThat(wallets().find(owner)).contains(new Wallet(owner, 30, 0, 1));
        assertThat(wallets().post(booking(owner, 30))).isPresent();
        assertThat(wallets().find(owner)).contains(new Wallet(owner, 0, 0, 2));
    }

    @Test
    void postsNoMovementWithoutAWallet() {
        assertThat(wallets().post(purchase(newUser(), 5))).isEmpty();
    }

    @Test
    void postsAKeyOnceInAllWallets() {
        var owner = ownerOf(30);
        var key = booking(owner, 1).idempotencyKey();
        var entry = wallets()
                .post(Ledgers.posting(owner, UsageType.PENALTY, -1, key))
                .orElseThrow();

        assertThat(wallets().post(Ledgers.posting(owner, UsageType.PENALTY, -1, key)))
                .isEmpty();
        assertThat(wallets().post(Ledgers.posting(ownerOf(9), UsageType.PURCHASE, 3, key)))
                .isEmpty();
        assertThat(wallets().find(owner)).contains(new Wallet(owner, 29, 0, 2));
        assertThat(wallets().findEntryByKey(key)).contains(entry);
    }

    @Test
    void neverDatesAnEntryBeforeThePreviousOne() {
        var owner = ownerOf(30);
        var slowClock =
                Posting.of(entryId(), owner, Movement.of(UsageType.PENALTY, -1, "Late", "slow"), NOW.minusSeconds(5));

        assertThat(wallets().post(slowClock).orElseThrow().createdAt()).isEqualTo(NOW);
    }

    @Test
    void refusesToUndoAnEntryTwice() {
        var owner = ownerOf(30);
        var charge = wallets().post(booking(owner, 12)).orElseThrow();
        assertThat(wallets().post(Posting.reversal(entryId(), charge, "Wrong", NOW)))
                .isPresent();

        var refund = Ledgers.refund(charge, 1);

        assertThatThrownBy(() -> wallets().post(refund)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void postsSeveralMovementsInTheOrderOfTheList() {
        var owner = ownerOf(30);
        var other = ownerOf(5);
        var postings = List.of(booking(owner, 12), booking(other, 5), booking(owner, 18));
        var before = wallets().find(owner).orElseThrow();
        var first = entryFor(before, postings.getFirst());
        var second = entryFor(after(before, first), postings.getLast());

        var entries = wallets().postAll(postings);

        assertThat(entries)
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyInAnyOrder(
                        first, wallets().findEntry(postings.get(1).id()).orElseThrow(), second);
        assertThat(wallets().find(owner)).contains(new Wallet(owner, 0, 0, 3));
        assertThat(wallets().find(other)).contains(new Wallet(other, 0, 0, 2));
        assertThat(wallets().findEntriesByKeys(List.of(second.idempotencyKey(), "no such key")))
                .containsExactly(second);
    }

    @Test
    void skipsPostedKeysAndUndoneEntries() {
        var owner = ownerOf(30);
        var charge = wallets().post(booking(owner, 12)).orElseThrow();
        var undone = wallets().post(booking(owner, 3)).orElseThrow();
        assertThat(wallets().post(Posting.reversal(entryId(), undone, "Wrong", NOW)))
                .isPresent();
        var refund = Ledgers.refund(charge, 12);
        var purchase = purchase(owner, 1);

        assertThat(wallets().postAll(List.of(refund, Ledgers.refund(undone, 3), purchase)))
                .hasSize(2);
        assertThat(wallets().postAll(List.of(refund, purchase))).isEmpty();

        assertThat(wallets().findUndoing(charge.id()).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(wallets().findEntry(refund.id()).orElseThrow());
        assertThat(wallets().findEntry(refund.id()).orElseThrow().reversesId()).isEqualTo(charge.id());
        assertThat(wallets().find(owner)).contains(new Wallet(owner, 31, 0, 6));
    }

    @Test
    void skipsAllPostingsOfAWalletThatDoesNotCoverTheirSum() {
        var poor = ownerOf(30);
        var rich = ownerOf(30);

        assertThat(wallets().postAll(List.of(booking(poor, 20), booking(rich, 30), booking(poor, 11))))
                .singleElement()
                .satisfies(entry -> assertThat(entry.userId()).isEqualTo(rich));
        assertThat(wallets().postAll(List.of(purchase(newUser(), 5)))).isEmpty();
        assertThat(wallets().find(poor)).contains(new Wallet(poor, 30, 0, 1));
    }

    @Test
    void locksExistingWalletsInTheOrderOfTheirOwners() {
        var first = ownerOf(1);
        var second = ownerOf(1);

        assertThat(wallets().lock(List.of(second, newUser(), first))).containsExactly(first, second);
        assertThat(wallets().lock(List.of())).isEmpty();
    }

    private UserId ownerOf(long tokens) {
        var owner = newUser();
        wallets().open(owner, NOW);
        assertThat(wallets().post(purchase(owner, tokens))).isPresent();
        return owner;
    }
}
