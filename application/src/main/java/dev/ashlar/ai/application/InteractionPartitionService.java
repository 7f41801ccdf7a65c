// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.InteractionPartitions;
import dev.ashlar.ai.domain.InteractionRetention;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.transaction.annotation.Transactional;

/** Partitions of interactions from the retention to three months ahead. */
@ApplicationService
public class InteractionPartitionService {
    private static final int MONTHS_AHEAD = 3;

    private final InteractionPartitions partitions;
    private final InteractionRetention retention;
    private final InstantSource clock;

    InteractionPartitionService(InteractionPartitions partitions, InteractionRetention retention, InstantSource clock) {
        this.partitions = partitions;
        this.retention = retention;
        this.clock = clock;
    }

    /** Makes missing partitions, moves interactions to theirs that were stored without one, and returns the number of partitions. */
    @Job(name = "ai.make-interaction-partitions", every = "1h")
    @Transactional
    public int make() {
        return partitions.make(
                day(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusMonths(MONTHS_AHEAD));
    }

    /** Drops the partitions of months before the retention, and returns their number. Statistics of them stay. */
    @Job(name = "ai.drop-interaction-partitions", cron = "0 40 2 * * *")
    @Transactional
    public int drop() {
        return partitions.dropBefore(day());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(retention.earliest(clock.instant()), ZoneOffset.UTC);
    }
}
