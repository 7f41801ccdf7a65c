// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Movement to add to the ledger of a wallet: an entry without its place in the chain. It moves at most {@value #MAX_TOKENS}
 * tokens.
 *
 * @param reverses the entry that this refund or reversal undoes; null for every other type
 */
public record Posting(
        LedgerEntryId id,
        UserId userId,
        Movement movement,
        @Nullable Reversed reverses,
        Instant at) {
    /** Largest number of tokens of one movement; it keeps sums far below the limit of a bigint. */
    public static final long MAX_TOKENS = 1_000_000_000L;

    /** Entry that a posting undoes, and the tokens that it moved. */
    public record Reversed(LedgerEntryId reversesId, long reversedDelta) {}

    public Posting {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(at, "at");
        long delta = movement.delta();
        if (!movement.usageType().allows(delta) || delta > MAX_TOKENS || delta < -MAX_TOKENS) {
            throw WalletProblem.AMOUNT_INVALID
                    .because(movement.usageType() + " cannot move " + delta + " tokens. Move from 1 to " + MAX_TOKENS
                            + ".")
                    .at("/tokens", "must be from 1 to " + MAX_TOKENS + " in the direction of the movement");
        }
    }

    /** Creates a posting that undoes no entry. */
    public static Posting of(LedgerEntryId id, UserId userId, Movement movement, Instant at) {
        return new Posting(id, userId, movement, null, at);
    }

    /** Creates the reversal of an entry. Its key is derived from the entry, which is therefore reversed only once. */
    public static Posting reversal(LedgerEntryId id, LedgerEntry undone, String reason, Instant at) {
        if (undone.usageType() == UsageType.REVERSAL || undone.usageType() == UsageType.REFUND) {
            throw WalletProblem.ENTRY_NOT_REVERSIBLE.because("Ledger entry "
                    + undone.id().value() + " is a " + undone.usageType() + ". Post an adjustment instead.");
        }
        var movement =
                new Movement(UsageType.REVERSAL, -undone.delta(), undone.slotId(), reason, reversalKey(undone.id()));
        return new Posting(id, undone.userId(), movement, new Reversed(undone.id(), undone.delta()), at);
    }

    /** Refuses an entry under the key of this posting that another posting has made. */
    public void requireMade(LedgerEntry entry) {
        boolean made = entry.userId().equals(userId)
                && entry.usageType() == movement.usageType()
                && entry.delta() == movement.delta()
                && Objects.equals(entry.slotId(), movement.slotId())
                && Objects.equals(entry.reversesId(), reversesId());
        if (!made) {
            throw WalletProblem.IDEMPOTENCY_KEY_REUSED.because("Another movement was posted under the key "
                    + movement.idempotencyKey() + ". Use a new key for a new movement.");
        }
    }

    /** Returns the entry that this posting undoes, if any. */
    public @Nullable LedgerEntryId reversesId() {
        return reverses == null ? null : reverses.reversesId();
    }

    public String idempotencyKey() {
        return movement.idempotencyKey();
    }

    private static String reversalKey(LedgerEntryId undone) {
        return "reversal:" + undone.value();
    }
}
