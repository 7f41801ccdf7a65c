package dev.ashlar.wallet.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.domain.AllotmentRequestId;
import dev.ashlar.wallet.domain.AllotmentStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people read about allotment requests. Lists come newest first. */
public interface AllotmentViews {
    /** Requests before {@code beforeId}, at most {@code limit}. */
    List<AllotmentView> requests(AllotmentFilter filter, @Nullable UUID beforeId, int limit);

    long countRequests(AllotmentFilter filter);

    Optional<AllotmentView> request(AllotmentRequestId id);

    /** Which requests are wanted; null leaves a condition out. */
    record AllotmentFilter(
            @Nullable UserId userId, @Nullable AllotmentStatus status) {}

    /** A request with its decision. */
    record AllotmentView(
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
            Instant createdAt) {}
}
