package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tokens set aside for one thing.
 *
 * @param amount how many, at least 1
 * @param expiresAt from then on it can no longer be captured
 * @param ledgerEntryId the entry that spent the tokens, once captured
 */
public record TokenHold(
        HoldId id,
        UserId userId,
        long amount,
        HoldStatus status,
        String refType,
        UUID refId,
        Instant expiresAt,
        @Nullable LedgerEntryId ledgerEntryId) {
    public TokenHold {
        if (amount < 1 || amount > Posting.MAX_TOKENS) {
            throw WalletProblem.INVALID_AMOUNT
                    .because("At least one token must be held.")
                    .at("/tokens", "must be from 1 to " + Posting.MAX_TOKENS);
        }
    }

    /** A new hold. */
    public static TokenHold of(HoldId id, UserId owner, long tokens, HoldReference reference, Instant expiresAt) {
        return new TokenHold(id, owner, tokens, HoldStatus.HELD, reference.type(), reference.id(), expiresAt, null);
    }

    /** The posting that spends this hold; refused once it has ended, or its time has. */
    public Posting capture(LedgerEntryId entryId, String reason, Instant at) {
        if (status != HoldStatus.HELD || !at.isBefore(expiresAt)) {
            throw ended(at);
        }
        var slotId = refType.equals(HoldReference.SLOT) ? refId : null;
        return new Posting(
                entryId, userId, UsageType.MEETING_BOOKING, -amount, "hold:" + id.value(), reason, slotId, null, at);
    }

    /** Why this hold can no longer be captured or released. */
    public DomainException ended(Instant at) {
        var state = status == HoldStatus.HELD && !at.isBefore(expiresAt) ? HoldStatus.EXPIRED : status;
        return WalletProblem.HOLD_ENDED.because("The hold is " + state.name().toLowerCase(Locale.ROOT) + ".");
    }
}
