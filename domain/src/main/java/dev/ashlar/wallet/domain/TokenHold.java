// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.HoldReference;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tokens held for one reference.
 *
 * @param amount at least 1
 * @param expiresAt the hold can be captured before this time
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
            throw WalletProblem.AMOUNT_INVALID
                    .because(amount + " tokens cannot be held. Hold from 1 to " + Posting.MAX_TOKENS + ".")
                    .at("/tokens", "must be from 1 to " + Posting.MAX_TOKENS);
        }
    }

    /** Creates a hold. */
    public static TokenHold of(HoldId id, UserId owner, long tokens, HoldReference reference, Instant expiresAt) {
        return new TokenHold(id, owner, tokens, HoldStatus.HELD, reference.type(), reference.id(), expiresAt, null);
    }

    /** Returns the status at a time: a hold expires at its time, before the job has noticed it. */
    public HoldStatus statusAt(Instant at) {
        return status == HoldStatus.HELD && !at.isBefore(expiresAt) ? HoldStatus.EXPIRED : status;
    }

    /** True if the tokens of the reference are held or spent. */
    public boolean isTaken() {
        return status == HoldStatus.HELD || status == HoldStatus.CAPTURED;
    }

    /** Refuses a hold of other tokens for the same reference. */
    public void requireSame(TokenHold wanted) {
        if (!userId.equals(wanted.userId) || amount != wanted.amount) {
            throw WalletProblem.IDEMPOTENCY_KEY_REUSED.because(
                    "Other tokens are already held for " + refType + " " + refId + ". Use a new reference for them.");
        }
    }

    /** Creates the posting that spends this hold; refuses one that has ended or expired. */
    public Posting capture(LedgerEntryId entryId, String reason, Instant at) {
        if (statusAt(at) != HoldStatus.HELD) {
            throw ended(at);
        }
        var movement = new Movement(UsageType.MEETING_BOOKING, -amount, slotId(), reason, "hold:" + id.value());
        return Posting.of(entryId, userId, movement, at);
    }

    /** Creates the posting that gives back all tokens that the capture of this hold took. */
    public Posting refund(LedgerEntryId entryId, String key, String reason, Instant at) {
        var charge = Objects.requireNonNull(ledgerEntryId, "hold is not captured");
        var movement = new Movement(UsageType.REFUND, amount, slotId(), reason, key);
        return new Posting(entryId, userId, movement, new Posting.Reversed(charge, -amount), at);
    }

    public HoldReference reference() {
        return new HoldReference(refType, refId);
    }

    /** Returns the refusal of a change to a hold that has ended. */
    public DomainException ended(Instant at) {
        return WalletProblem.HOLD_ENDED.because("The hold for " + refType + " " + refId + " is already "
                + Labels.of(statusAt(at)) + ". Place a new hold.");
    }

    private @Nullable UUID slotId() {
        return refType.equals(HoldReference.SLOT) ? refId : null;
    }
}
