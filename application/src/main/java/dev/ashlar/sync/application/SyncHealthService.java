// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.sync.domain.SyncOutcome;
import dev.ashlar.sync.domain.SyncSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Age of what is stored of each catalogue. */
@ApplicationService
public class SyncHealthService {
    private static final int FAILURES_IN_A_ROW = 3;

    /** Time in which several of the hourly runs should have succeeded. */
    private static final Duration PATIENCE = Duration.ofHours(6);

    private final SyncRunViews runs;
    private final InstantSource clock;

    SyncHealthService(SyncRunViews runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** Returns the reason why the items of a source are out of date; empty if they are not, or if the source is new. */
    public Optional<String> delay(SyncSource source) {
        var latest = runs.ended(source, FAILURES_IN_A_ROW);
        var success = latest.stream()
                .filter(run -> run.progress().outcome() == SyncOutcome.SUCCEEDED)
                .map(SyncRunView::createdAt)
                .findFirst();
        if (success.isEmpty() && latest.size() == FAILURES_IN_A_ROW) {
            return Optional.of("The latest runs of " + Labels.of(source) + " failed, the last with: "
                    + latest.getFirst().progress().detail());
        }
        return success.filter(at -> at.isBefore(clock.instant().minus(PATIENCE)))
                .map(at -> "No run of " + Labels.of(source) + " has succeeded since " + at + ".");
    }
}
