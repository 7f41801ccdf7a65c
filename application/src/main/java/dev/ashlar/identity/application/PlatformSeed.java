package dev.ashlar.identity.application;

import dev.ashlar.kernel.application.Seed;
import org.springframework.stereotype.Component;

/** Platforms that accounts belong to. */
@Component
class PlatformSeed implements Seed {
    private final PlatformService platforms;

    PlatformSeed(PlatformService platforms) {
        this.platforms = platforms;
    }

    @Override
    public String name() {
        return "platforms";
    }

    @Override
    public void run() {
        platforms.seed();
    }
}
