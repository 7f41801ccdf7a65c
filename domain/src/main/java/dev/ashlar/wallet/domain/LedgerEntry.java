package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One movement of tokens, for ever as it was written. A person's entries form a chain: {@code seq} counts 1, 2, 3 without
 * gaps, and {@code balanceBefore} is the {@code balanceAfter} of the entry before.
 *
 * @param reversesId the entry that this refund or reversal undoes
 */
public record LedgerEntry(
        LedgerEntryId id,
        UserId userId,
        long seq,
        UsageType usageType,
        long delta,
        long balanceBefore,
        long balanceAfter,
        @Nullable UUID slotId,
        String reason,
        String idempotencyKey,
        @Nullable LedgerEntryId reversesId,
        Instant createdAt) {

    /** A posting that undoes this entry exactly; its key is this entry, so that it can be posted only once. */
    public Posting reversal(LedgerEntryId newId, String why, Instant at) {
        requireUndoable();
        var undone = new Posting.Reversed(id, delta);
        return new Posting(
                newId, userId, UsageType.REVERSAL, -delta, "reversal:" + id.value(), why, slotId, undone, at);
    }

    /** A posting that gives back a part of what this entry took. */
    public Posting refund(LedgerEntryId newId, long tokens, String key, String why, Instant at) {
        requireUndoable();
        if (tokens > -delta) {
            throw WalletProblem.REFUND_EXCEEDS_CHARGE.because("At most " + Math.max(0, -delta) + " can be refunded.");
        }
        var undone = new Posting.Reversed(id, delta);
        return new Posting(newId, userId, UsageType.REFUND, tokens, key, why, slotId, undone, at);
    }

    private void requireUndoable() {
        if (usageType == UsageType.REVERSAL || usageType == UsageType.REFUND) {
            throw WalletProblem.NOT_REVERSIBLE.because("Post an adjustment instead.");
        }
    }
}
