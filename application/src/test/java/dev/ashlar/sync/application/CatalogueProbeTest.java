package dev.ashlar.sync.application;

import static dev.ashlar.sync.domain.SampleSync.HOUR;
import static dev.ashlar.sync.domain.SampleSync.NOW;
import static dev.ashlar.sync.domain.SampleSync.page;
import static dev.ashlar.sync.domain.SampleSync.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.ashlar.kernel.HealthStatus;
import dev.ashlar.kernel.application.HealthResult;
import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import dev.ashlar.sync.domain.SyncRun;
import dev.ashlar.sync.domain.SyncSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueProbeTest {
    private static final SyncRun NEW = run(SyncSource.MRLEARN, NOW);
    private static final SyncRunView FAILED =
            SyncRunView.of(NEW.failed(new NoPage("The catalogue answered with status 401.", true), NOW));
    private static final SyncRunView SUCCEEDED =
            SyncRunView.of(NEW.stored(page(null, "a"), 1, NOW).swept(0, true, NOW));

    private final Syncs syncs = new Syncs();
    private final CatalogueProbe probe =
            new CatalogueProbe(syncs, new SyncHealthService(syncs.views, () -> NOW.plus(HOUR)));

    @Test
    void isHealthyBeforeTheFirstRunAndWithoutAServer() {
        assertThat(probe.component()).isEqualTo("catalogues");
        assertThat(probe.check()).isEqualTo(HealthResult.HEALTHY);
        ended(FAILED, FAILED, FAILED);
        syncs.isConfigured = false;
        assertThat(probe.check()).isEqualTo(HealthResult.HEALTHY);
    }

    @Test
    void isUnhealthyAfterThreeFailedRunsInARow() {
        ended(FAILED, FAILED);
        assertThat(probe.check()).isEqualTo(HealthResult.HEALTHY);
        ended(FAILED, FAILED, SUCCEEDED);
        assertThat(probe.check()).isEqualTo(HealthResult.HEALTHY);
        ended(FAILED, FAILED, FAILED);
        assertThat(probe.check().status()).isEqualTo(HealthStatus.UNHEALTHY);
        assertThat(probe.check().details()).contains("mrlearn", "status 401");
    }

    @Test
    void isUnhealthyIfNoRunHasSucceededForSixHours() {
        ended(SUCCEEDED);
        given(syncs.views.succeededAt(SyncSource.MRLEARN)).willReturn(Optional.of(NOW.minus(HOUR.multipliedBy(5))));
        assertThat(probe.check()).isEqualTo(HealthResult.HEALTHY);
        given(syncs.views.succeededAt(SyncSource.MRLEARN))
                .willReturn(Optional.of(NOW.minus(HOUR.multipliedBy(5)).minusNanos(1)));
        assertThat(probe.check().status()).isEqualTo(HealthStatus.UNHEALTHY);
        assertThat(probe.check().details()).contains("mrlearn", "2026-11-20T05:00");
    }

    private void ended(SyncRunView... runs) {
        given(syncs.views.ended(SyncSource.MRLEARN, 3)).willReturn(List.of(runs));
    }
}
