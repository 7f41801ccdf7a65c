package dev.ashlar.bootstrap.seed;

import dev.ashlar.identity.application.PlatformService;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rows that Ashlar cannot work without, in every environment. */
@Component
class ReferenceData {
    private final PlatformService platforms;

    ReferenceData(PlatformService platforms) {
        this.platforms = platforms;
    }

    /** In the order they depend on each other. */
    List<Seed> seeds() {
        return List.of(new Seed("platforms", platforms::seed));
    }
}
