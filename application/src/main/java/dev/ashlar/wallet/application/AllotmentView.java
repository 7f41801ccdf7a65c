package dev.ashlar.wallet.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.domain.AllotmentRequest;
import dev.ashlar.wallet.domain.AllotmentRequestId;
import dev.ashlar.wallet.domain.AllotmentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request with its decision. */
public record AllotmentView(
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
    /** What a request looks like once it is stored as it is here; saves reading it back. */
    static AllotmentView of(AllotmentRequest request) {
        return new AllotmentView(
                request.id(),
                request.userId(),
                request.requestedBy(),
                request.tokens(),
                request.reason(),
                request.status(),
                request.decidedBy(),
                request.decidedAt(),
                request.note(),
                request.ledgerEntryId(),
                request.createdAt());
    }
}
