package dev.ashlar.wallet.application;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people read about allotment requests. Lists come newest first. */
public interface AllotmentViews {
    /** Requests before {@code beforeId}, at most {@code limit}. */
    List<AllotmentView> requests(AllotmentFilter filter, @Nullable UUID beforeId, int limit);

    long countRequests(AllotmentFilter filter);
}
