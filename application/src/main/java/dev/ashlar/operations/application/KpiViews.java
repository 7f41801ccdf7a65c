// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Key figures as they are read. */
public interface KpiViews {
    /** Returns up to {@code limit} figures of the latest snapshot, by metric and dimensions. */
    List<KpiView> latest(int limit);

    /**
     * Returns a figure over time, latest first.
     *
     * @param from earliest bucket, inclusive; null for none
     * @param to latest bucket, exclusive; null for none
     */
    List<KpiPointView> points(KpiSeries series, @Nullable Instant from, @Nullable Instant to, int limit);
}
