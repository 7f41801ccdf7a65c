// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.domain.AllotmentRequest;
import dev.ashlar.wallet.domain.AllotmentRequestId;
import dev.ashlar.wallet.domain.AllotmentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Allotment request with its decision. */
public record AllotmentView(
        AllotmentRequestId id,
        UserId userId,
        UserId requestedBy,
        long tokens,
        String reason,
        AllotmentStatus status,
        @Flat Decision decision,
        Instant createdAt) {
    /** Fields of a decision, all null while the request is pending. */
    public record Decision(
            @Nullable UserId decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note,
            @Nullable LedgerEntryId ledgerEntryId) {
        static final Decision NONE = new Decision(null, null, null, null);

        static Decision of(AllotmentRequest.@Nullable Decision made) {
            return made == null
                    ? NONE
                    : new Decision(made.decidedBy(), made.decidedAt(), made.note(), made.ledgerEntryId());
        }
    }

    /** Returns the view of a request that was just stored, without reading it again. */
    static AllotmentView of(AllotmentRequest request) {
        return new AllotmentView(
                request.id(),
                request.userId(),
                request.requestedBy(),
                request.tokens(),
                request.reason(),
                request.status(),
                Decision.of(request.decision()),
                request.createdAt());
    }
}
