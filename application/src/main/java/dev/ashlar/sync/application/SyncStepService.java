// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.sync.domain.CatalogueAnswer.CataloguePage;
import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import dev.ashlar.sync.domain.SyncRun;
import dev.ashlar.sync.domain.SyncRuns;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/**
 * Steps of runs, each a transaction. Rows and progress of a page commit together, so that a process that is killed has stored a page whole
 * or not at all. A step of a claim that is not the latest one changes nothing.
 */
@ApplicationService
public class SyncStepService {
    private static final int SWEEP_BATCH = 1000;

    private final SyncRuns runs;
    private final SyncedItems items;
    private final InstantSource clock;

    SyncStepService(SyncRuns runs, SyncedItems items, InstantSource clock) {
        this.runs = runs;
        this.items = items;
        this.clock = clock;
    }

    /** Claims the run that has been due for longest; returns nothing if none is due. */
    @Transactional
    public Optional<SyncRun> claim() {
        var now = clock.instant();
        return runs.claim(now, now.plus(SyncRun.LEASE));
    }

    /** Stores a page. */
    @Transactional
    public void store(SyncRun run, CataloguePage page) {
        if (isClaimed(run)) {
            var now = clock.instant();
            int changed = items.store(run, page, now);
            runs.settle(run.stored(page, changed, now), now);
        }
    }

    /** Marks a batch of items as gone, and ends the run with the last batch. */
    @Transactional
    public void sweep(SyncRun run) {
        if (isClaimed(run)) {
            var now = clock.instant();
            int gone = items.markGone(run, now, SWEEP_BATCH);
            runs.settle(run.swept(gone, gone < SWEEP_BATCH, now), now);
        }
    }

    /** Records that a page could not be pulled. */
    @Transactional
    public void fail(SyncRun run, NoPage answer) {
        if (isClaimed(run)) {
            var now = clock.instant();
            runs.settle(run.failed(answer, now), now);
        }
    }

    private boolean isClaimed(SyncRun run) {
        return runs.lock(run.id(), run.progress().claims()).isPresent();
    }
}
