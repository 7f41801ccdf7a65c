// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Facade through which other contexts move tokens. Each call joins the transaction of the caller and may be repeated: a repeated
 * idempotency key or reference returns the earlier result. Callers lock their own rows before they call.
 *
 * <p>Refusals, as {@link dev.ashlar.kernel.DomainException}: {@code wallet.wallet-not-found}, {@code wallet.tokens-insufficient},
 * {@code wallet.amount-invalid}, {@code wallet.hold-not-found}, {@code wallet.hold-ended}, {@code wallet.entry-not-reversible},
 * {@code wallet.entry-reversed}, {@code wallet.idempotency-key-reused}. If two callers undo one entry at the same time, the
 * later one violates a constraint that means {@code wallet.entry-reversed}.
 *
 * <p>The methods {@code …All} run a fixed number of statements and lock wallets in the order of their owners' ids. They skip
 * what cannot be done and return what is done; only {@link #penalizeAll} does all or nothing.
 */
public interface TokenLedger {
    /** Opens an empty wallet unless the user has one. */
    void open(UserId owner);

    /**
     * Holds tokens until {@code expiresAt}; a repeated call returns the same hold. Refuses a reference for which other tokens
     * are held ({@code wallet.idempotency-key-reused}) or whose tokens were spent ({@code wallet.hold-ended}).
     */
    HoldId hold(UserId owner, long tokens, HoldReference reference, Instant expiresAt);

    /**
     * Holds and captures tokens in one statement; a repeated call returns the same entry. Refuses a reference for which
     * other tokens are held or spent ({@code wallet.idempotency-key-reused}).
     */
    LedgerEntryId spend(UserId owner, long tokens, HoldReference reference, String reason);

    /** Spends the tokens held for a reference, as a meeting booking. */
    LedgerEntryId capture(HoldReference reference, String reason);

    /** Releases the tokens held for a reference; does nothing if they are already released. */
    void release(HoldReference reference);

    /** Gives tokens to a user; the type must be one that adds tokens. */
    LedgerEntryId credit(UsageType type, TokenMovement movement);

    /**
     * Reverses the entry under a key, once; refuses a credit whose tokens are spent ({@code wallet.tokens-insufficient}).
     *
     * @return the reversal; empty if the key was never posted
     */
    Optional<LedgerEntryId> undo(String idempotencyKey, String reason);

    /**
     * Releases the tokens held for several references.
     *
     * @return references whose tokens are released, now or earlier; not those without a hold or with spent tokens
     */
    Set<HoldReference> releaseAll(Collection<HoldReference> references);

    /**
     * Refunds captured holds.
     *
     * @return references whose refund is posted, now or earlier; not those that were never captured or whose charge was
     *     undone otherwise
     */
    Set<HoldReference> refundAll(List<HoldRefund> refunds);

    /** Takes tokens as penalties from several users, from all or, if one has too few, from none. */
    void penalizeAll(List<TokenMovement> movements);

    /**
     * Gives tokens to several users.
     *
     * @return idempotency keys that are posted, now or earlier; not those of users without a wallet
     */
    Set<String> creditAll(UsageType type, List<TokenMovement> movements);

    /**
     * Refund of all tokens that a capture took.
     *
     * @param reference the reference of the captured hold
     * @param idempotencyKey such as {@code refund:<id>}; posted once, even if the call is repeated
     * @param reason shown in the statement
     */
    record HoldRefund(HoldReference reference, String idempotencyKey, String reason) {
        public HoldRefund {
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(idempotencyKey, "idempotencyKey");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
