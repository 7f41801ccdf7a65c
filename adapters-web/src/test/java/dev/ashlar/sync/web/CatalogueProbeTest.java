// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

import dev.ashlar.kernel.application.HealthResult;
import dev.ashlar.sync.application.SyncHealthService;
import dev.ashlar.sync.domain.SyncSource;
import dev.ashlar.sync.web.SyncSettings.Server;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

class CatalogueProbeTest {
    private static final Server SERVER = new Server(URI.create("https://school.example"), "");

    private final SyncHealthService health = Mockito.mock(SyncHealthService.class);

    @Test
    void isHealthyIfNoCatalogueIsLate() {
        var probe = new CatalogueProbe(new SyncSettings(SERVER, SERVER), health);
        assertThat(probe.component()).isEqualTo("catalogues");
        assertThat(probe.check()).isEqualTo(HealthResult.HEALTHY);
    }

    @Test
    void isUnhealthyIfOneIsLate() {
        var probe = new CatalogueProbe(new SyncSettings(SERVER, SERVER), health);
        late(SyncSource.MRTEST);
        assertThat(probe.check()).isEqualTo(HealthResult.unhealthy("MRTEST is late."));
        late(SyncSource.MRLEARN);
        assertThat(probe.check()).isEqualTo(HealthResult.unhealthy("MRLEARN is late. MRTEST is late."));
    }

    @Test
    void looksAtSourcesWithAServerOnly() {
        late(SyncSource.MRLEARN);
        assertThat(new CatalogueProbe(new SyncSettings(null, SERVER), health).check())
                .isEqualTo(HealthResult.HEALTHY);
    }

    private void late(SyncSource source) {
        given(health.delay(source)).willReturn(Optional.of(source + " is late."));
    }
}
