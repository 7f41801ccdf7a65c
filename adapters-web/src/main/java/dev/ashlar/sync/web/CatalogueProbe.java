// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.web;

import dev.ashlar.kernel.application.HealthProbe;
import dev.ashlar.kernel.application.HealthResult;
import dev.ashlar.sync.application.SyncHealthService;
import dev.ashlar.sync.domain.SyncSource;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds catalogues that could not be pulled for hours. It calls none of them. */
@Component
final class CatalogueProbe implements HealthProbe {
    private final SyncSettings settings;
    private final SyncHealthService health;

    CatalogueProbe(SyncSettings settings, SyncHealthService health) {
        this.settings = settings;
        this.health = health;
    }

    @Override
    public String component() {
        return "catalogues";
    }

    @Override
    public HealthResult check() {
        var delays = Stream.of(SyncSource.values())
                .filter(source -> settings.server(source) != null)
                .map(health::delay)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return delays.isEmpty() ? HealthResult.HEALTHY : HealthResult.unhealthy(delays);
    }
}
