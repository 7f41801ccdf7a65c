// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.domain;

import static dev.ashlar.sync.domain.SampleSync.HOUR;
import static dev.ashlar.sync.domain.SampleSync.NOW;
import static dev.ashlar.sync.domain.SampleSync.page;
import static dev.ashlar.sync.domain.SampleSync.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Behavior that each implementation of {@link SyncRuns} has. */
public abstract class SyncRunsContract {
    private static final Instant LATER = NOW.plus(HOUR);
    private static final NoPage NO_PAGE = new NoPage("The catalogue answered with status 404.", true);

    protected abstract SyncRuns runs();

    @Test
    void claimsARunWithAllThatIsKnownOfIt() {
        var run = run(SyncSource.MRTEST, NOW);
        assertThat(runs().insert(run)).isTrue();
        assertThat(runs().claim(NOW.minusMillis(1), LATER)).isEmpty();
        var claimed = runs().claim(NOW, LATER).orElseThrow();
        assertThat(claimed.id()).isEqualTo(run.id());
        assertThat(claimed.source()).isEqualTo(SyncSource.MRTEST);
        assertThat(claimed.createdAt()).isEqualTo(NOW);
        assertThat(claimed.progress())
                .isEqualTo(
                        new SyncProgress(SyncOutcome.PULLING, null, new SyncCounts(0, 0, 0, 0, 0), 1, 0, LATER, null));
    }

    @Test
    void keepsOneOpenRunOfASource() {
        var first = run(SyncSource.MRLEARN, NOW);
        assertThat(runs().insert(first)).isTrue();
        assertThat(runs().insert(run(SyncSource.MRLEARN, NOW))).isFalse();
        assertThat(runs().insert(run(SyncSource.MRTEST, NOW))).isTrue();
        var claimed = claimed(NOW);
        assertThat(claimed.id()).isEqualTo(first.id());
        assertThat(runs().settle(claimed.failed(NO_PAGE, NOW), NOW)).isTrue();
        assertThat(runs().insert(run(SyncSource.MRLEARN, NOW))).isTrue();
    }

    @Test
    void claimsTheRunThatHasBeenDueForLongest() {
        var later = run(SyncSource.MRLEARN, LATER);
        var sooner = run(SyncSource.MRTEST, NOW);
        runs().insert(later);
        runs().insert(sooner);
        assertThat(claimed(LATER).id()).isEqualTo(sooner.id());
        assertThat(claimed(LATER).id()).isEqualTo(later.id());
        assertThat(runs().claim(LATER, LATER.plus(HOUR))).isEmpty();
    }

    @Test
    void storesTheProgressOfTheLatestClaimOnly() {
        runs().insert(run(SyncSource.MRLEARN, NOW));
        var late = claimed(NOW);
        var run = claimed(late.progress().dueAt());
        assertThat(run.id()).isEqualTo(late.id());
        assertThat(run.progress().claims()).isEqualTo(2);
        assertThat(runs().lock(late.id(), late.progress().claims())).isEmpty();
        assertThat(runs().settle(late.stored(page("b", "1"), 1, NOW), NOW)).isFalse();
        assertThat(runs().lock(run.id(), run.progress().claims())).contains(run.id());

        var next = run.stored(page("b", "1", "2"), 1, LATER);
        assertThat(runs().settle(next, LATER)).isTrue();

        var again = claimed(LATER);
        assertThat(again.progress())
                .isEqualTo(new SyncProgress(
                        SyncOutcome.PULLING, "b", new SyncCounts(1, 2, 1, 0, 0), 3, 0, LATER.plus(HOUR), null));
    }

    @Test
    void changesNoRunThatHasEnded() {
        runs().insert(run(SyncSource.MRLEARN, NOW));
        var run = claimed(NOW);
        runs().settle(run.failed(NO_PAGE, NOW), NOW);
        assertThat(runs().lock(run.id(), 1)).isEmpty();
        assertThat(runs().settle(run.stored(page("b", "1"), 1, NOW), NOW)).isFalse();
        assertThat(runs().claim(LATER, LATER)).isEmpty();
    }

    @Test
    void deletesOldRunsThatHaveEnded() {
        for (var source : SyncSource.values()) {
            runs().insert(run(source, NOW));
            runs().settle(claimed(NOW).failed(NO_PAGE, NOW), NOW);
        }
        runs().insert(run(SyncSource.MRLEARN, NOW));
        assertThat(runs().deleteBefore(NOW, 10)).isZero();
        assertThat(runs().deleteBefore(LATER, 1)).isEqualTo(1);
        assertThat(runs().deleteBefore(LATER, 10)).isEqualTo(1);
        assertThat(runs().deleteBefore(LATER, 10)).isZero();
    }

    private SyncRun claimed(Instant now) {
        return runs().claim(now, now.plus(HOUR)).orElseThrow();
    }
}
