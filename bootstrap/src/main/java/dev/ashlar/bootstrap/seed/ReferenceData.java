package dev.ashlar.bootstrap.seed;

import dev.ashlar.identity.application.PlatformSeed;
import java.util.List;
import org.springframework.stereotype.Component;

/** Rows that Ashlar cannot work without, in every environment. */
@Component
class ReferenceData {
    private final PlatformSeed platforms;

    ReferenceData(PlatformSeed platforms) {
        this.platforms = platforms;
    }

    /** In the order they depend on each other. */
    List<Seed> seeds() {
        return List.of(new Seed("platforms", platforms::ensure));
    }
}
