// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.time.LocalDate;

/** Partitions of the stored interactions, one for each month in UTC. Interactions of a month without one are stored apart until it is made. */
public interface InteractionPartitions {
    /**
     * Makes the partitions that are missing between two months, both inclusive and given by any of their days, and those of the
     * interactions that are stored apart, which it moves; returns the number of partitions.
     */
    int make(LocalDate first, LocalDate last);

    /** Drops the partitions before a month, with their interactions; returns the number of partitions. A month that has not ended stays. */
    int dropBefore(LocalDate firstKept);
}
