// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import dev.ashlar.sync.domain.CatalogueAnswer.CataloguePage;
import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import dev.ashlar.sync.domain.Catalogues;
import dev.ashlar.sync.domain.SyncOutcome;
import dev.ashlar.sync.domain.SyncRun;
import dev.ashlar.sync.domain.SyncSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps of runs one after the other, with the calls of catalogues outside any transaction. */
@Workflow
public class SyncWorkflow {
    private static final Logger LOG = LoggerFactory.getLogger(SyncWorkflow.class);

    private final SyncService sync;
    private final SyncStepService steps;
    private final Catalogues catalogues;

    SyncWorkflow(SyncService sync, SyncStepService steps, Catalogues catalogues) {
        this.sync = sync;
        this.steps = steps;
        this.catalogues = catalogues;
    }

    /** Starts a run for {@link SyncSource#MRLEARN}, unless the source has no server or an open run. */
    @Job(name = "sync.start-mrlearn", every = "1h")
    public void startMrlearn() {
        startIfConfigured(SyncSource.MRLEARN);
    }

    /** Starts a run for {@link SyncSource#MRTEST}, unless the source has no server or an open run. */
    @Job(name = "sync.start-mrtest", every = "1h")
    public void startMrtest() {
        startIfConfigured(SyncSource.MRTEST);
    }

    /** Makes the next step of a run that is due; returns 1, or 0 if none is due. */
    @Job(name = "sync.pull-catalogues", every = "10s")
    public int step() {
        var due = steps.claim();
        due.ifPresent(this::advance);
        return due.isPresent() ? 1 : 0;
    }

    private void startIfConfigured(SyncSource source) {
        if (catalogues.isConfigured(source)) {
            sync.startIfIdle(source);
        }
    }

    private void advance(SyncRun run) {
        if (run.progress().outcome() == SyncOutcome.SWEEPING) {
            steps.sweep(run);
            return;
        }
        switch (catalogues.page(run.source(), run.progress().sourceCursor())) {
            case CataloguePage page ->
                run.flaw(page).ifPresentOrElse(flaw -> fail(run, flaw), () -> steps.store(run, page));
            case NoPage none -> fail(run, none);
        }
    }

    private void fail(SyncRun run, NoPage answer) {
        LOG.warn(
                "Catalogue gave no page run={} source={} pages={} cause={}",
                run.id().value(),
                run.source(),
                run.progress().counts().pages(),
                answer.reason());
        steps.fail(run, answer);
    }
}
