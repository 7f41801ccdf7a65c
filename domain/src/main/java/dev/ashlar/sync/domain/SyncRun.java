// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.sync.domain.CatalogueAnswer.CataloguePage;
import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Run that brings the items of a source into agreement with its catalogue, page by page. A run that is interrupted goes on from its last
 * page.
 *
 * @param createdAt start of the run, by which its items are marked as listed
 */
public record SyncRun(SyncRunId id, SyncSource source, SyncProgress progress, Instant createdAt) {
    /** Pages of a run. A catalogue with more of them is taken for one whose cursors never end. */
    public static final int MAX_PAGES = 10_000;
    /** Failures in a row; with the last of them the run fails. */
    public static final int MAX_FAILURES = 5;

    public static final int MAX_DETAIL = 200;
    /** Time that a step may take before another instance repeats it; its process was killed. */
    public static final Duration LEASE = Duration.ofMinutes(2);
    /** Time for which runs are kept. */
    public static final Duration RETENTION = Duration.ofDays(90);

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final int GROWTH = 3;

    /** Returns a run that is due. */
    public static SyncRun of(SyncRunId id, SyncSource source, Instant now) {
        return new SyncRun(id, source, SyncProgress.waiting(now), now);
    }

    /** Returns the reason why a page cannot be the one that the run has asked for; empty if it can. */
    public Optional<NoPage> flaw(CataloguePage page) {
        if (page.nextCursor() == null) {
            // Marking all items as gone on the word of a catalogue that has lost its items or their form would do
            // more harm than keeping them.
            return progress.counts().readable() + page.items().size() == 0
                    ? Optional.of(new NoPage("The catalogue lists nothing that can be stored.", false))
                    : Optional.empty();
        }
        if (page.nextCursor().equals(progress.sourceCursor())) {
            return Optional.of(new NoPage("The page names itself as the next one.", false));
        }
        return progress.counts().pages() + 1 >= MAX_PAGES
                ? Optional.of(new NoPage("The catalogue has more than " + MAX_PAGES + " pages.", true))
                : Optional.empty();
    }

    /**
     * Returns the run after a page was stored. After the last page it sweeps.
     *
     * @param changed items that were added or replaced
     */
    public SyncRun stored(CataloguePage page, int changed, Instant now) {
        var outcome = page.nextCursor() == null ? to(SyncOutcome.SWEEPING) : progress.outcome();
        return with(outcome, page.nextCursor(), progress.counts().plus(page, changed), 0, now, null);
    }

    /**
     * Returns the run after a batch of items was marked as gone.
     *
     * @param isLast true if no further batch is left
     */
    public SyncRun swept(int gone, boolean isLast, Instant now) {
        var counts = progress.counts().plusGone(gone);
        return isLast
                ? with(to(SyncOutcome.SUCCEEDED), null, counts, 0, null, null)
                : with(progress.outcome(), null, counts, 0, now, null);
    }

    /** Returns the run after it got no page: waiting for a retry, or failed. */
    public SyncRun failed(NoPage answer, Instant now) {
        var failed = to(SyncOutcome.FAILED);
        int failures = progress.failures() + 1;
        var detail = Spelling.cut(answer.reason(), MAX_DETAIL);
        return answer.isFinal() || failures >= MAX_FAILURES
                ? with(failed, progress.sourceCursor(), progress.counts(), failures, null, detail)
                : with(
                        progress.outcome(),
                        progress.sourceCursor(),
                        progress.counts(),
                        failures,
                        now.plus(pauseAfter(failures)),
                        detail);
    }

    /** Returns the pause after a failure: a minute, three, nine, 27. */
    static Duration pauseAfter(int failures) {
        return FIRST_PAUSE.multipliedBy((long) Math.pow(GROWTH, failures - 1.0));
    }

    private SyncOutcome to(SyncOutcome next) {
        return SyncOutcome.LIFECYCLE.require(progress.outcome(), next, KernelProblem.CONFLICT, "Run " + id.value());
    }

    private SyncRun with(
            SyncOutcome outcome,
            @Nullable String sourceCursor,
            SyncCounts counts,
            int failures,
            @Nullable Instant dueAt,
            @Nullable String detail) {
        return new SyncRun(
                id,
                source,
                new SyncProgress(outcome, sourceCursor, counts, progress.claims(), failures, dueAt, detail),
                createdAt);
    }
}
