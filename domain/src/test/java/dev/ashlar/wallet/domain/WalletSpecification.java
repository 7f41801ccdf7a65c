// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

/**
 * Effects of postings and holds on a wallet, as plain functions. {@link WalletsContract} and {@link TokenHoldsContract} hold
 * the in-memory fake and the MyBatis adapter against them.
 */
public final class WalletSpecification {
    private WalletSpecification() {}

    /** Returns the entry of a posting, or refuses it with {@link WalletProblem#TOKENS_INSUFFICIENT}. */
    public static LedgerEntry entryFor(Wallet wallet, Posting posting) {
        long delta = posting.movement().delta();
        wallet.requireAvailable(-delta);
        return new LedgerEntry(
                posting.id(),
                wallet.userId(),
                wallet.lastSeq() + 1,
                posting.movement(),
                wallet.balance(),
                wallet.balance() + delta,
                posting.reversesId(),
                posting.at());
    }

    /** Returns a wallet after an entry. */
    public static Wallet after(Wallet wallet, LedgerEntry entry) {
        return new Wallet(wallet.userId(), entry.balanceAfter(), wallet.held(), entry.seq());
    }

    /** Returns a wallet with more tokens held, or with fewer for a negative number. */
    public static Wallet holding(Wallet wallet, long more) {
        wallet.requireAvailable(more);
        return new Wallet(wallet.userId(), wallet.balance(), wallet.held() + more, wallet.lastSeq());
    }
}
