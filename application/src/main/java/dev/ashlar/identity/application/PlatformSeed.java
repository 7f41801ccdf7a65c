// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.Platform;
import dev.ashlar.identity.domain.PlatformId;
import dev.ashlar.identity.domain.Platforms;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Seed;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Seeding of the platforms: reference data of every environment. */
@ApplicationService
public class PlatformSeed implements Seed {
    private static final Map<String, String> REFERENCE_DATA = Map.of(
            "mentor", "Mentoring",
            "hire", "Hiring",
            "lms", "Learning",
            "crm", "Customer relations");

    private final Platforms platforms;
    private final IdSource ids;
    private final InstantSource clock;

    PlatformSeed(Platforms platforms, IdSource ids, InstantSource clock) {
        this.platforms = platforms;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "platforms";
    }

    @Override
    @Transactional
    public void run() {
        ensure();
    }

    /** Adds missing platforms and renames others, at every start and on several instances at once. Returns the number of changes. */
    @Transactional
    public int ensure() {
        var now = clock.instant();
        return platforms.put(REFERENCE_DATA.entrySet().stream()
                // One order for all instances: they then wait for each other instead of deadlocking.
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Platform(new PlatformId(ids.next()), entry.getKey(), entry.getValue(), now, now))
                .toList());
    }
}
