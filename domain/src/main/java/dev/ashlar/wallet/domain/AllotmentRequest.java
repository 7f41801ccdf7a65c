package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for free tokens, for themselves or for another; somebody whom it does not concern decides.
 *
 * @param userId who gets the tokens
 * @param tokens how many, 1 to {@value #MAX_TOKENS}
 * @param ledgerEntryId the entry that gave the tokens, once approved
 */
public record AllotmentRequest(
        AllotmentRequestId id,
        UserId userId,
        UserId requestedBy,
        long tokens,
        String reason,
        AllotmentStatus status,
        @Nullable UserId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note,
        @Nullable LedgerEntryId ledgerEntryId,
        Instant createdAt) {
    public static final long MAX_TOKENS = 100_000;

    public AllotmentRequest {
        if (tokens < 1 || tokens > MAX_TOKENS) {
            throw WalletProblem.INVALID_AMOUNT
                    .because("An allotment is of 1 to " + MAX_TOKENS + " tokens.")
                    .at("/tokens", "must be from 1 to " + MAX_TOKENS);
        }
    }

    /** A new request. */
    public static AllotmentRequest of(
            AllotmentRequestId id, UserId userId, UserId requestedBy, long tokens, String reason, Instant at) {
        return new AllotmentRequest(
                id, userId, requestedBy, tokens, reason, AllotmentStatus.PENDING, null, null, null, null, at);
    }

    /** This request, approved. */
    public AllotmentRequest approve(UserId decider, LedgerEntryId entry, @Nullable String comment, Instant at) {
        return decided(AllotmentStatus.APPROVED, decider, entry, comment, at);
    }

    /** This request, rejected. */
    public AllotmentRequest reject(UserId decider, @Nullable String comment, Instant at) {
        return decided(AllotmentStatus.REJECTED, decider, null, comment, at);
    }

    /** What gives the tokens of an approved request; its key is the request, so that it gives them once. */
    public Posting posting(LedgerEntryId entry, Instant at) {
        return new Posting(
                entry, userId, UsageType.ALLOTMENT, tokens, "allotment:" + id.value(), reason, null, null, at);
    }

    private AllotmentRequest decided(
            AllotmentStatus decision,
            UserId decider,
            @Nullable LedgerEntryId entry,
            @Nullable String comment,
            Instant at) {
        if (decider.equals(requestedBy) || decider.equals(userId)) {
            throw WalletProblem.OWN_ALLOTMENT.because("Ask another administrator to decide.");
        }
        AllotmentStatus.LIFECYCLE.require(status, decision, WalletProblem.ALLOTMENT_DECIDED);
        return new AllotmentRequest(
                id, userId, requestedBy, tokens, reason, decision, decider, at, comment, entry, createdAt);
    }
}
