// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.operations.domain.ApiRequests;
import dev.ashlar.operations.domain.RequestPartitions;
import dev.ashlar.operations.domain.RequestRetention;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.transaction.annotation.Transactional;

/** Sums of the log of requests, its erasure, and its partitions from the retention to three months ahead. */
@ApplicationService
public class RequestLogHousekeeping {
    private static final int MONTHS_AHEAD = 3;
    private static final int BATCH = 5_000;

    /** Time for which the first run sums up. */
    private static final Duration START = Duration.ofDays(1);

    private final ApiRequests requests;
    private final RequestPartitions partitions;
    private final RequestRetention retention;
    private final InstantSource clock;

    RequestLogHousekeeping(
            ApiRequests requests, RequestPartitions partitions, RequestRetention retention, InstantSource clock) {
        this.requests = requests;
        this.partitions = partitions;
        this.retention = retention;
        this.clock = clock;
    }

    /** Sums up the latest requests, and again those of the last two sums, whose requests may have come later. */
    @Job(name = "operations.sum-up-requests", every = "1m")
    @Transactional
    public void sumUp() {
        var now = clock.instant();
        var from = requests.latestSum(now)
                .map(latest -> latest.minus(StatsSpan.STEP))
                .orElse(now.minus(START));
        requests.sumUp(StatsSpan.floor(from), now);
    }

    /** Clears a batch of the requests of users who have deleted their accounts; returns their number. */
    @Transactional
    public int clear(Collection<UserId> deleted) {
        return requests.clear(deleted, BATCH);
    }

    /** Deletes a batch of sums before the retention; returns their number. */
    @Job(name = "operations.delete-request-sums", cron = "0 10 2 * * *")
    @Transactional
    public int deleteSums() {
        var first = retention.firstDay(clock.instant()).atStartOfDay().toInstant(ZoneOffset.UTC);
        return requests.deleteSumsBefore(first, BATCH);
    }

    /** Makes missing partitions, moves requests to theirs that were stored without one, and returns the number of partitions. */
    @Job(name = "operations.make-request-partitions", every = "1h")
    @Transactional
    public int makePartitions() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return partitions.make(retention.firstDay(clock.instant()), today.plusMonths(MONTHS_AHEAD));
    }

    /** Drops the partitions of months before the retention, and returns their number. */
    @Job(name = "operations.drop-request-partitions", cron = "0 50 2 * * *")
    @Transactional
    public int dropPartitions() {
        return partitions.dropBefore(retention.firstDay(clock.instant()));
    }
}
