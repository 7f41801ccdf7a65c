// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.operations.domain.HealthPartitions;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.transaction.annotation.Transactional;

/** Partitions of health checks from the retention to three months ahead. */
@ApplicationService
public class HealthPartitionService {
    private static final int MONTHS_KEPT = 13;
    private static final int MONTHS_AHEAD = 3;

    private final HealthPartitions partitions;
    private final InstantSource clock;

    HealthPartitionService(HealthPartitions partitions, InstantSource clock) {
        this.partitions = partitions;
        this.clock = clock;
    }

    /** Makes missing partitions, moves checks to theirs that were stored without one, and returns the number of partitions. */
    @Job(name = "operations.make-health-partitions", every = "24h")
    @Transactional
    public int make() {
        return partitions.make(firstKept(), today().plusMonths(MONTHS_AHEAD));
    }

    /** Drops the partitions of months before the retention, and returns their number. */
    @Job(name = "operations.drop-health-partitions", cron = "0 45 2 * * *")
    @Transactional
    public int drop() {
        return partitions.dropBefore(firstKept());
    }

    private LocalDate firstKept() {
        return today().minusMonths(MONTHS_KEPT);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
