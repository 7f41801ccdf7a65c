package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
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

    /** What has become of this hold by then: one whose time has passed has expired, whether or not a job has noticed. */
    public HoldStatus statusAt(Instant at) {
        return status == HoldStatus.HELD && !at.isBefore(expiresAt) ? HoldStatus.EXPIRED : status;
    }

    /** Whether its reference is taken: by tokens that are held, or that were spent. */
    public boolean isTaken() {
        return status == HoldStatus.HELD || status == HoldStatus.CAPTURED;
    }

    /** Passes if it is about the tokens that are wanted: then asking for them was a retry, else a misuse of the reference. */
    public void requireSame(TokenHold wanted) {
        if (!userId.equals(wanted.userId) || amount != wanted.amount) {
            throw WalletProblem.IDEMPOTENCY_KEY_REUSED.because("Other tokens are held for this already.");
        }
    }

    /** The posting that spends this hold; refused once it has ended, or its time has. */
    public Posting capture(LedgerEntryId entryId, String reason, Instant at) {
        if (statusAt(at) != HoldStatus.HELD) {
            throw ended(at);
        }
        return new Posting(
                entryId, userId, UsageType.MEETING_BOOKING, -amount, "hold:" + id.value(), reason, slotId(), null, at);
    }

    /** The posting that gives back all that capturing this hold took. */
    public Posting refund(LedgerEntryId entryId, String key, String reason, Instant at) {
        var charge = Objects.requireNonNull(ledgerEntryId, "nothing was captured");
        var undone = new Posting.Reversed(charge, -amount);
        return new Posting(entryId, userId, UsageType.REFUND, amount, key, reason, slotId(), undone, at);
    }

    /** What the tokens are set aside for. */
    public HoldReference reference() {
        return new HoldReference(refType, refId);
    }

    /** Why nothing can be done with this hold any more. */
    public DomainException ended(Instant at) {
        var state = statusAt(at).name().toLowerCase(Locale.ROOT);
        return WalletProblem.HOLD_ENDED.because("The hold is " + state + ".");
    }

    private @Nullable UUID slotId() {
        return refType.equals(HoldReference.SLOT) ? refId : null;
    }
}
