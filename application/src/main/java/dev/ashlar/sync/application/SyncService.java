// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.sync.domain.SyncProblem;
import dev.ashlar.sync.domain.SyncRun;
import dev.ashlar.sync.domain.SyncRunId;
import dev.ashlar.sync.domain.SyncRuns;
import dev.ashlar.sync.domain.SyncSource;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Start of runs, by administrators and every hour, and their history. {@link SyncWorkflow} carries them out. */
@ApplicationService
public class SyncService {
    private static final String LIST = "sync.runs";
    private static final int CLEANUP_BATCH = 1000;

    private final SyncRuns runs;
    private final SyncRunViews views;
    private final IdSource ids;
    private final InstantSource clock;

    SyncService(SyncRuns runs, SyncRunViews views, IdSource ids, InstantSource clock) {
        this.runs = runs;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Starts a run, whose first page is pulled within seconds. */
    @Transactional
    public SyncRunView start(Actor actor, SyncSource source) {
        actor.requireAdmin();
        var run = newRun(source);
        if (!runs.insert(run)) {
            throw SyncProblem.RUN_OPEN.because("A run of this source has not ended. Wait for its outcome.");
        }
        return SyncRunView.of(run);
    }

    /** Starts a run unless the source has an open one. */
    @Transactional
    public void startIfIdle(SyncSource source) {
        runs.insert(newRun(source));
    }

    /** Returns the runs of all sources, newest first. */
    public Page<SyncRunView> list(Actor actor, PageRequest page) {
        actor.requireAdmin();
        var rows = views.runs(page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    public SyncRunView get(Actor actor, SyncRunId id) {
        actor.requireAdmin();
        return views.run(id)
                .orElseThrow(() -> SyncProblem.RUN_NOT_FOUND.because("No run has the id " + id.value()
                        + ". List the runs to find its id; they are kept for 90 days."));
    }

    /** Deletes a batch of old runs, and returns their number. */
    @Job(name = "sync.forget-runs", every = "1h")
    @Transactional
    public int forgetOld() {
        return runs.deleteBefore(clock.instant().minus(SyncRun.RETENTION), CLEANUP_BATCH);
    }

    private SyncRun newRun(SyncSource source) {
        return SyncRun.of(new SyncRunId(ids.next()), source, clock.instant());
    }
}
