// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.application;

import dev.ashlar.kernel.Kpi;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.KpiSource;
import dev.ashlar.operations.domain.KpiSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Steps of {@link KpiWorkflow}, and the end of old snapshots. */
@ApplicationService
public class KpiRecorder {
    private static final long BUCKET_SECONDS = Duration.ofMinutes(15).toSeconds();
    private static final Duration KEPT = Duration.ofDays(400);

    private final KpiSnapshots snapshots;
    private final InstantSource clock;

    KpiRecorder(KpiSnapshots snapshots, InstantSource clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** Returns the figures of a context. */
    public List<Kpi> read(KpiSource source) {
        return source.kpis();
    }

    /** Stores the figures of this quarter of an hour, unless another call has. */
    @Transactional
    public void store(List<Kpi> kpis) {
        var now = clock.instant();
        snapshots.insert(bucketOf(now), kpis, now);
    }

    /** Deletes the figures of one bucket that is older than 400 days, and returns their number. */
    @Job(name = "operations.forget-kpis", every = "24h")
    @Transactional
    public int forget() {
        return snapshots.deleteEarliest(clock.instant().minus(KEPT));
    }

    private static Instant bucketOf(Instant now) {
        return Instant.ofEpochSecond(now.getEpochSecond() / BUCKET_SECONDS * BUCKET_SECONDS);
    }
}
