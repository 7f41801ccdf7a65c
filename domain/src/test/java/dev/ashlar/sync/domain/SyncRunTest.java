// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static dev.ashlar.sync.domain.SampleSync.NOW;
import static dev.ashlar.sync.domain.SampleSync.page;
import static dev.ashlar.sync.domain.SampleSync.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.testing.GeneratedDocs;
import dev.ashlar.sync.domain.CatalogueAnswer.CataloguePage;
import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncRunTest {
    private static final NoPage TIMEOUT = new NoPage("The catalogue did not answer in time.", false);

    private final SyncRun run = run(SyncSource.MRLEARN, NOW);

    @Test
    void isDueAtOnceAndBeginsWithTheFirstPage() {
        assertThat(run.progress())
                .isEqualTo(new SyncProgress(SyncOutcome.PULLING, null, new SyncCounts(0, 0, 0, 0, 0), 0, 0, NOW, null));
    }

    @Test
    void goesOnWithTheNextPageAndSweepsAfterTheLast() {
        var first = run.stored(page("b", "1", "2"), 2, NOW.plusSeconds(1));
        assertThat(first.progress())
                .isEqualTo(new SyncProgress(
                        SyncOutcome.PULLING, "b", new SyncCounts(1, 2, 2, 0, 0), 0, 0, NOW.plusSeconds(1), null));
        var last = first.stored(new CataloguePage(List.of(), List.of("3"), 2, null), 0, NOW.plusSeconds(2));
        assertThat(last.progress())
                .isEqualTo(new SyncProgress(
                        SyncOutcome.SWEEPING, null, new SyncCounts(2, 4, 2, 2, 0), 0, 0, NOW.plusSeconds(2), null));
        assertThat(last.createdAt()).isEqualTo(NOW);
    }

    @Test
    void succeedsWithTheLastBatchOfItemsThatAreGone() {
        var sweeping = run.stored(page(null, "1"), 1, NOW);
        var half = sweeping.swept(1000, false, NOW.plusSeconds(3));
        assertThat(half.progress().outcome()).isEqualTo(SyncOutcome.SWEEPING);
        assertThat(half.progress().dueAt()).isEqualTo(NOW.plusSeconds(3));
        var done = half.swept(7, true, NOW.plusSeconds(4));
        assertThat(done.progress())
                .isEqualTo(new SyncProgress(
                        SyncOutcome.SUCCEEDED, null, new SyncCounts(1, 1, 1, 0, 1007), 0, 0, null, null));
        assertRefused(KernelProblem.CONFLICT, () -> done.failed(TIMEOUT, NOW));
        assertRefused(KernelProblem.CONFLICT, () -> run.swept(0, true, NOW));
    }

    @Test
    void retriesAPageAfterGrowingPauses() {
        assertThat(List.of(SyncRun.pauseAfter(1), SyncRun.pauseAfter(2), SyncRun.pauseAfter(3), SyncRun.pauseAfter(4)))
                .containsExactly(
                        Duration.ofMinutes(1), Duration.ofMinutes(3), Duration.ofMinutes(9), Duration.ofMinutes(27));
        var failed = run.stored(page("b", "1"), 1, NOW).failed(TIMEOUT, NOW);
        assertThat(failed.progress())
                .isEqualTo(new SyncProgress(
                        SyncOutcome.PULLING,
                        "b",
                        new SyncCounts(1, 1, 1, 0, 0),
                        0,
                        1,
                        NOW.plusSeconds(60),
                        TIMEOUT.reason()));
        var stored = failed.stored(page("c", "2"), 0, NOW).progress();
        assertThat(stored.failures()).isZero();
        assertThat(stored.detail()).isNull();
    }

    @Test
    void failsAfterFiveFailuresInARow() {
        var failed = run.stored(page("b", "1"), 1, NOW);
        for (int count = 1; count < SyncRun.MAX_FAILURES; count++) {
            failed = failed.failed(TIMEOUT, NOW);
            assertThat(failed.progress().outcome()).isEqualTo(SyncOutcome.PULLING);
        }
        failed = failed.failed(TIMEOUT, NOW);
        assertThat(failed.progress().outcome()).isEqualTo(SyncOutcome.FAILED);
        assertThat(failed.progress().dueAt()).isNull();
        assertThat(failed.progress().sourceCursor()).isEqualTo("b");
    }

    @Test
    void failsAtOnceIfNoRetryCanHelp() {
        var failed = run.failed(new NoPage("x".repeat(300), true), NOW).progress();
        assertThat(failed.outcome()).isEqualTo(SyncOutcome.FAILED);
        assertThat(failed.failures()).isEqualTo(1);
        assertThat(failed.detail()).hasSize(SyncRun.MAX_DETAIL);
    }

    @Test
    void takesACatalogueWithoutAReadableItemForAFailure() {
        var nothing = new NoPage("The catalogue lists nothing that can be stored.", false);
        var unreadable = new CataloguePage(List.of(), List.of(), 1, null);
        assertThat(run.flaw(page(null))).contains(nothing);
        assertThat(run.flaw(page("b"))).isEmpty();
        assertThat(run.flaw(unreadable)).contains(nothing);
        var half = run.stored(new CataloguePage(List.of(), List.of("1"), 2, "b"), 0, NOW);
        assertThat(half.flaw(page(null))).contains(nothing);
        assertThat(half.flaw(unreadable)).contains(nothing);
        assertThat(run.stored(page("b", "1"), 1, NOW).flaw(page(null))).isEmpty();
        assertThat(run.stored(page("b", "1"), 1, NOW).flaw(unreadable)).isEmpty();
    }

    @Test
    void refusesCursorsWithoutAnEnd() {
        var next = run.stored(page("b", "1"), 1, NOW);
        assertThat(next.flaw(page("c", "2"))).isEmpty();
        assertThat(next.flaw(page("b", "2")))
                .get()
                .extracting(NoPage::reason)
                .isEqualTo("The page names itself as the next one.");
        for (int count = 2; count < SyncRun.MAX_PAGES; count++) {
            next = next.stored(page("c" + count, "1"), 0, NOW);
        }
        assertThat(next.flaw(page(null, "1"))).isEmpty();
        assertThat(next.flaw(page("z", "1")))
                .get()
                .isEqualTo(new NoPage("The catalogue has more than 10000 pages.", true));
    }

    @Test
    void isDrawnInTheDocumentation() {
        GeneratedDocs.assertShows("sync.md", "sync-run", SyncOutcome.LIFECYCLE);
        GeneratedDocs.assertShows("sync.md", "catalogue-item", ItemStatus.LIFECYCLE);
    }
}
