// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.UserId;

/**
 * Tokens of a user.
 *
 * @param balance tokens owned, never negative
 * @param held tokens of the open holds, never more than the balance
 * @param lastSeq position of the last ledger entry; 0 without one
 */
public record Wallet(UserId userId, long balance, long held, long lastSeq) {
    public Wallet {
        if (held < 0 || held > balance) {
            throw new IllegalArgumentException("Held tokens must be from 0 to the balance.");
        }
    }

    /** Creates the wallet that a new user gets. */
    public static Wallet empty(UserId owner) {
        return new Wallet(owner, 0, 0, 0);
    }

    /** Returns the number of tokens that can be spent or held. */
    public long available() {
        return balance - held;
    }

    /** Refuses to take more tokens than are available. */
    public void requireAvailable(long tokens) {
        if (tokens > available()) {
            throw WalletProblem.TOKENS_INSUFFICIENT
                    .because(tokens + " tokens are needed and " + available()
                            + " are available. Buy tokens or wait until a hold is released.")
                    .at("/tokens", "must be at most " + available());
        }
    }
}
