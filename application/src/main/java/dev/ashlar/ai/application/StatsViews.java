// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.application.StatsRows.BucketSums;
import dev.ashlar.ai.application.StatsRows.ModelSums;
import dev.ashlar.ai.application.StatsRows.Sums;
import dev.ashlar.ai.application.StatsRows.UserSums;
import dev.ashlar.ai.domain.StatsGrain;
import dev.ashlar.ai.domain.StatsRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Statistics of calls, from their sums by hour, day and month. */
public interface StatsViews {
    /** Returns the time of the oldest mark of an hour in the range; empty if the statistics of all its hours are up to date. */
    Optional<Instant> oldestMark(StatsRange range);

    /** Sums up all calls. */
    Sums totals(StatsFilter filter, StatsRange range);

    /** Sums up the calls of each hour, day or month of a range that consists of these, earliest first. Those without calls are omitted. */
    List<BucketSums> series(StatsFilter filter, StatsRange range, StatsGrain grain, int limit);

    /** Sums up the calls of each model, and returns the first ones of an order. */
    List<ModelSums> topModels(StatsFilter filter, StatsRange range, StatsOrder order, int limit);

    /** Sums up the calls of each user, and returns the first ones of an order. The user of the filter does not count. */
    List<UserSums> topUsers(StatsFilter filter, StatsRange range, StatsOrder order, int limit);
}
