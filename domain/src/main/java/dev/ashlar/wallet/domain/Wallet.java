package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.UserId;

/**
 * What a person owns.
 *
 * @param balance tokens owned, never negative
 * @param held tokens set aside, never more than the balance
 * @param lastSeq position of the last ledger entry, 0 without one
 */
public record Wallet(UserId userId, long balance, long held, long lastSeq) {
    public Wallet {
        if (held < 0 || held > balance) {
            throw new IllegalArgumentException("A wallet holds between nothing and all it has.");
        }
    }

    /** A wallet as it is opened. */
    public static Wallet empty(UserId owner) {
        return new Wallet(owner, 0, 0, 0);
    }

    /** What can be spent or set aside. */
    public long available() {
        return balance - held;
    }

    /** The entry that a posting becomes, or {@link WalletProblem#INSUFFICIENT_TOKENS}. */
    public LedgerEntry entryFor(Posting posting) {
        requireAvailable(-posting.delta());
        return new LedgerEntry(
                posting.id(),
                userId,
                lastSeq + 1,
                posting.usageType(),
                posting.delta(),
                balance,
                balance + posting.delta(),
                posting.slotId(),
                posting.reason(),
                posting.idempotencyKey(),
                posting.reversesId(),
                posting.at());
    }

    /** This wallet after an entry. */
    public Wallet after(LedgerEntry entry) {
        return new Wallet(userId, entry.balanceAfter(), held, entry.seq());
    }

    /** This wallet with more, or with a negative number less, set aside. */
    public Wallet holding(long more) {
        requireAvailable(more);
        return new Wallet(userId, balance, held + more, lastSeq);
    }

    /** Passes if that many tokens can be taken. */
    public void requireAvailable(long tokens) {
        if (tokens > available()) {
            throw WalletProblem.INSUFFICIENT_TOKENS
                    .because(tokens + " tokens are needed and " + available() + " are available.")
                    .at("/tokens", "must be at most " + available());
        }
    }
}
