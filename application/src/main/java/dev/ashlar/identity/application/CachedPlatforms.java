// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.kernel.application.KnownPlatforms;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Platforms in memory, read again after a while. */
@Component
class CachedPlatforms implements KnownPlatforms {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final PlatformService platforms;
    private final InstantSource clock;
    private volatile Snapshot snapshot = new Snapshot(Set.of(), Instant.MIN);

    CachedPlatforms(PlatformService platforms, InstantSource clock) {
        this.platforms = platforms;
        this.clock = clock;
    }

    @Override
    public boolean contains(String code) {
        var now = clock.instant();
        var current = snapshot;
        // An empty list means that the seed has not run yet: do not cache it.
        if (current.codes().isEmpty() || !now.isBefore(current.staleAt())) {
            current = new Snapshot(platforms.codes(), now.plus(FRESH));
            snapshot = current;
        }
        return current.codes().contains(code);
    }

    private record Snapshot(Set<String> codes, Instant staleAt) {}
}
