// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.time.LocalDate;

/** Partitions of the stored health checks, one for each month in UTC. Checks of a month without one are stored apart until it is made. */
public interface HealthPartitions {
    /**
     * Makes the partitions that are missing between two months, both inclusive and given by any of their days, and those of the
     * checks that are stored apart, which it moves; returns the number of partitions.
     */
    int make(LocalDate first, LocalDate last);

    /** Drops the partitions before a month, with their checks; returns the number of partitions. A month that has not ended stays. */
    int dropBefore(LocalDate firstKept);
}
