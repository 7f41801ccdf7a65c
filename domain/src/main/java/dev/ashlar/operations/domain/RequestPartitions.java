// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.domain;

import java.time.LocalDate;

/** Partitions of the log of requests, one for each month in UTC. Requests of a month without one are stored apart until it is made. */
public interface RequestPartitions {
    /**
     * Makes the partitions that are missing between two months, both inclusive and given by any of their days, and those of the requests
     * that are stored apart, which it moves; returns the number of partitions.
     */
    int make(LocalDate first, LocalDate last);

    /** Drops the partitions before a month, with their requests; returns the number of partitions. A month that has not ended stays. */
    int dropBefore(LocalDate firstKept);
}
