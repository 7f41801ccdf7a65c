// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.persistence;

import static dev.ashlar.sync.domain.SampleSync.HOUR;
import static dev.ashlar.sync.domain.SampleSync.NOW;
import static dev.ashlar.sync.domain.SampleSync.page;
import static dev.ashlar.sync.domain.SampleSync.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.RolledBack;
import dev.ashlar.sync.application.SyncRunView;
import dev.ashlar.sync.application.SyncRunViews;
import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import dev.ashlar.sync.domain.SyncRun;
import dev.ashlar.sync.domain.SyncRunId;
import dev.ashlar.sync.domain.SyncRuns;
import dev.ashlar.sync.domain.SyncRunsContract;
import dev.ashlar.sync.domain.SyncSource;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PersistenceTest
@RolledBack
class SyncRunMapperTest extends SyncRunsContract {
    @Autowired
    private SyncRuns runs;

    @Autowired
    private SyncRunViews views;

    @Override
    protected SyncRuns runs() {
        return runs;
    }

    @Test
    void listsRunsNewestFirst() {
        runs.insert(run(SyncSource.MRLEARN, NOW));
        var first = runs.claim(NOW, NOW.plus(HOUR)).orElseThrow();
        var failed = first.stored(page("b", "1", "2"), 1, NOW).failed(new NoPage("Gone.", true), NOW);
        runs.settle(failed, NOW.plus(HOUR));
        var second = run(SyncSource.MRLEARN, NOW);
        runs.insert(second);

        assertThat(views.runs(null, 9)).extracting(SyncRunView::id).containsExactly(second.id(), first.id());
        assertThat(views.runs(null, 1)).hasSize(1);
        assertThat(views.runs(second.id().value(), 9))
                .containsExactly(
                        new SyncRunView(first.id(), SyncSource.MRLEARN, failed.progress(), NOW, NOW.plus(HOUR)));
        assertThat(views.run(second.id()))
                .get()
                .extracting(SyncRunView::progress)
                .isEqualTo(second.progress());
        assertThat(views.run(new SyncRunId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void tellsTheLatestRunsThatEnded() {
        assertThat(views.ended(SyncSource.MRLEARN, 9)).isEmpty();
        var success = ended(NOW, run -> run.stored(page(null, "1"), 1, NOW).swept(0, true, NOW));
        var failure = ended(NOW.plus(HOUR), run -> run.failed(new NoPage("Gone.", true), NOW));
        runs.insert(run(SyncSource.MRLEARN, NOW.plus(HOUR)));

        assertThat(views.ended(SyncSource.MRLEARN, 9))
                .extracting(SyncRunView::id)
                .containsExactly(failure, success);
        assertThat(views.ended(SyncSource.MRLEARN, 1))
                .extracting(SyncRunView::id)
                .containsExactly(failure);
        assertThat(views.ended(SyncSource.MRTEST, 9)).isEmpty();
    }

    private SyncRunId ended(Instant at, UnaryOperator<SyncRun> end) {
        runs.insert(run(SyncSource.MRLEARN, at));
        var run = runs.claim(at, at.plus(HOUR)).orElseThrow();
        runs.settle(end.apply(run), at);
        return run.id();
    }
}
