// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import dev.ashlar.kernel.Kpi;
import java.time.Instant;
import java.util.Collection;

/** Key figures of each quarter of an hour. */
public interface KpiSnapshots {
    /**
     * Stores figures of a bucket, but for those that it has already.
     *
     * @param bucket start of a quarter of an hour
     * @return number of figures that were stored
     */
    int insert(Instant bucket, Collection<Kpi> kpis, Instant now);

    /** Deletes the figures of the earliest bucket before a time, and returns their number; 0 if there is none. */
    int deleteEarliest(Instant before);
}
