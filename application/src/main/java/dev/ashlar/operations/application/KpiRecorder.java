package dev.ashlar.operations.application;

import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.KpiSource;
import dev.ashlar.operations.domain.KpiSnapshots;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Snapshots of the key figures of all contexts. */
@ApplicationService
public class KpiRecorder {
    private static final long BUCKET_SECONDS = Duration.ofMinutes(15).toSeconds();
    private static final Duration KEPT = Duration.ofDays(400);

    private final List<KpiSource> sources;
    private final KpiSnapshots snapshots;
    private final InstantSource clock;

    KpiRecorder(List<KpiSource> sources, KpiSnapshots snapshots, InstantSource clock) {
        this.sources = List.copyOf(sources);
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** Stores the figures of this quarter of an hour, once. */
    @Job(name = "operations.snapshot-kpis", cron = "0 0/15 * * * *")
    @Transactional
    public void snapshot() {
        var now = clock.instant();
        var kpis = sources.stream().flatMap(source -> source.kpis().stream()).toList();
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
