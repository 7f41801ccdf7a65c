// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.domain.LedgerEntry.Movement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Request for free tokens. The decider is neither the requester nor the user who gets the tokens.
 *
 * @param userId the user who gets the tokens
 * @param tokens from 1 to {@value #MAX_TOKENS}
 * @param decision null while the request is pending
 */
public record AllotmentRequest(
        AllotmentRequestId id,
        UserId userId,
        UserId requestedBy,
        long tokens,
        String reason,
        AllotmentStatus status,
        @Nullable Decision decision,
        Instant createdAt) {
    public static final long MAX_TOKENS = 100_000;
    public static final int MAX_NOTE = 500;

    /**
     * Decision of an administrator.
     *
     * @param ledgerEntryId the entry that gave the tokens; null for a rejection
     */
    public record Decision(
            UserId decidedBy,
            Instant decidedAt,
            @Nullable String note,
            @Nullable LedgerEntryId ledgerEntryId) {}

    public AllotmentRequest {
        if (tokens < 1 || tokens > MAX_TOKENS) {
            throw WalletProblem.AMOUNT_INVALID
                    .because(tokens + " tokens were requested. Request from 1 to " + MAX_TOKENS + " tokens.")
                    .at("/tokens", "must be from 1 to " + MAX_TOKENS);
        }
    }

    /** Creates a pending request. */
    public static AllotmentRequest of(
            AllotmentRequestId id, UserId userId, UserId requestedBy, long tokens, String reason, Instant at) {
        return new AllotmentRequest(id, userId, requestedBy, tokens, reason, AllotmentStatus.PENDING, null, at);
    }

    /** Returns this request as approved. */
    public AllotmentRequest approve(UserId decider, LedgerEntryId entry, @Nullable String note, Instant at) {
        return decided(AllotmentStatus.APPROVED, new Decision(decider, at, note, entry));
    }

    /** Returns this request as rejected. */
    public AllotmentRequest reject(UserId decider, @Nullable String note, Instant at) {
        return decided(AllotmentStatus.REJECTED, new Decision(decider, at, note, null));
    }

    /** Creates the posting of an approved request. Its key is derived from the request, which is therefore posted once. */
    public Posting posting(LedgerEntryId entry, Instant at) {
        return Posting.of(
                entry, userId, Movement.of(UsageType.ALLOTMENT, tokens, reason, "allotment:" + id.value()), at);
    }

    private AllotmentRequest decided(AllotmentStatus decided, Decision by) {
        if (by.decidedBy().equals(requestedBy) || by.decidedBy().equals(userId)) {
            throw WalletProblem.OWN_ALLOTMENT.because("Allotment request " + id.value()
                    + " is yours or gives you the tokens. Ask another administrator to decide.");
        }
        AllotmentStatus.LIFECYCLE.require(
                status, decided, WalletProblem.ILLEGAL_TRANSITION, "Allotment request " + id.value());
        return new AllotmentRequest(id, userId, requestedBy, tokens, reason, decided, by, createdAt);
    }
}
