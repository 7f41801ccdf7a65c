// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import static dev.ashlar.sync.domain.SampleSync.HOUR;
import static dev.ashlar.sync.domain.SampleSync.NOW;
import static dev.ashlar.sync.domain.SampleSync.page;
import static dev.ashlar.sync.domain.SampleSync.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import dev.ashlar.sync.domain.SyncRun;
import dev.ashlar.sync.domain.SyncSource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyncHealthServiceTest {
    private static final SyncRun NEW = run(SyncSource.MRLEARN, NOW);
    private static final SyncRunView FAILED =
            SyncRunView.of(NEW.failed(new NoPage("The catalogue answered with status 401.", true), NOW));
    private static final SyncRunView SUCCEEDED =
            SyncRunView.of(NEW.stored(page(null, "a"), 1, NOW).swept(0, true, NOW));

    private final Syncs syncs = new Syncs();

    @Test
    void knowsNoDelayBeforeTheFirstRun() {
        assertThat(health(Duration.ZERO).delay(SyncSource.MRLEARN)).isEmpty();
    }

    @Test
    void tellsTheReasonOfThreeFailedRunsInARow() {
        var health = health(HOUR);
        ended(FAILED, FAILED);
        assertThat(health.delay(SyncSource.MRLEARN)).isEmpty();
        ended(FAILED, FAILED, SUCCEEDED);
        assertThat(health.delay(SyncSource.MRLEARN)).isEmpty();
        ended(FAILED, FAILED, FAILED);
        assertThat(health.delay(SyncSource.MRLEARN))
                .contains("The latest runs of mrlearn failed, the last with: The catalogue answered with status 401.");
        assertThat(health.delay(SyncSource.MRTEST)).isEmpty();
    }

    @Test
    void tellsTheTimeOfASuccessThatIsSixHoursOld() {
        ended(FAILED, SUCCEEDED, SUCCEEDED);
        var sixHours = HOUR.multipliedBy(6);
        assertThat(health(sixHours).delay(SyncSource.MRLEARN)).isEmpty();
        assertThat(health(sixHours.plusNanos(1)).delay(SyncSource.MRLEARN))
                .contains("No run of mrlearn has succeeded since 2026-11-20T10:00:00.123456Z.");
    }

    private SyncHealthService health(Duration later) {
        return new SyncHealthService(syncs.views, () -> NOW.plus(later));
    }

    private void ended(SyncRunView... runs) {
        given(syncs.views.ended(SyncSource.MRLEARN, 3)).willReturn(List.of(runs));
    }
}
