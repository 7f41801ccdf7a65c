package dev.ashlar.sync.application;

import dev.ashlar.kernel.application.HealthProbe;
import dev.ashlar.kernel.application.HealthResult;
import dev.ashlar.sync.domain.Catalogues;
import dev.ashlar.sync.domain.SyncSource;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds catalogues that could not be pulled for hours. It calls none of them. */
@Component
class CatalogueProbe implements HealthProbe {
    private final Catalogues catalogues;
    private final SyncHealthService health;

    CatalogueProbe(Catalogues catalogues, SyncHealthService health) {
        this.catalogues = catalogues;
        this.health = health;
    }

    @Override
    public String component() {
        return "catalogues";
    }

    @Override
    public HealthResult check() {
        var delays = Stream.of(SyncSource.values())
                .filter(catalogues::isConfigured)
                .map(health::delay)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return delays.isEmpty() ? HealthResult.HEALTHY : HealthResult.unhealthy(delays);
    }
}
