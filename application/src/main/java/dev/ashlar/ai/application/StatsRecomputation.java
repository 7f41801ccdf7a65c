// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.ai.domain.Statistics;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Recomputation of statistics that are out of date. */
@ApplicationService
public class StatsRecomputation {
    /** Age of a mark that is taken. Without it a run would not end while calls mark the current hour again and again. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final DirtyHours hours;
    private final Statistics statistics;
    private final InstantSource clock;

    StatsRecomputation(DirtyHours hours, Statistics statistics, InstantSource clock) {
        this.hours = hours;
        this.statistics = statistics;
        this.clock = clock;
    }

    /** Recomputes one hour that is marked; returns the number of hours. */
    @Job(name = "ai.recompute-statistics", every = "1m")
    @Transactional
    public int recompute() {
        var now = clock.instant();
        var hour = hours.take(now.minus(PAUSE));
        hour.ifPresent(start -> statistics.recompute(start, now));
        return hour.isPresent() ? 1 : 0;
    }
}
