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
import dev.ashlar.sync.domain.SyncRunId;
import dev.ashlar.sync.domain.SyncRuns;
import dev.ashlar.sync.domain.SyncRunsContract;
import dev.ashlar.sync.domain.SyncSource;
import java.util.UUID;
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
}
