package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A movement that is to be added to a wallet's ledger: an entry without its place in the chain.
 *
 * @param delta tokens that come (positive) or go (negative), within {@link #MAX_TOKENS}
 * @param idempotencyKey names the deed; posted once
 * @param reverses what this refund or reversal undoes; null for every other type
 */
public record Posting(
        LedgerEntryId id,
        UserId userId,
        UsageType usageType,
        long delta,
        String idempotencyKey,
        String reason,
        @Nullable UUID slotId,
        @Nullable Reversed reverses,
        Instant at) {
    /** More than any business moves at once; keeps sums far from the limits of a bigint. */
    public static final long MAX_TOKENS = 1_000_000_000L;

    public Posting {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(userId, "userId");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
        if (!usageType.allows(delta) || delta > MAX_TOKENS || delta < -MAX_TOKENS) {
            throw WalletProblem.INVALID_AMOUNT
                    .because(usageType + " cannot move " + delta + " tokens.")
                    .at("/tokens", "must be from 1 to " + MAX_TOKENS + " in the direction of the movement");
        }
    }

    /** Passes if an entry is what this posting would have made: then it was a retry, else a misuse of the key. */
    public void requireMade(LedgerEntry entry) {
        boolean made = entry.userId().equals(userId)
                && entry.usageType() == usageType
                && entry.delta() == delta
                && Objects.equals(entry.slotId(), slotId)
                && Objects.equals(entry.reversesId(), reversesId());
        if (!made) {
            throw WalletProblem.IDEMPOTENCY_KEY_REUSED.because("Use a new key for a new movement.");
        }
    }

    /** The entry that this posting undoes, if any. */
    public @Nullable LedgerEntryId reversesId() {
        return reverses == null ? null : reverses.id();
    }

    /** The entry that a posting undoes, and what it moved. */
    public record Reversed(LedgerEntryId id, long delta) {}
}
