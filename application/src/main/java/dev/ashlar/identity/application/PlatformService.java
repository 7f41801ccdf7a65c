package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.Platform;
import dev.ashlar.identity.domain.PlatformId;
import dev.ashlar.identity.domain.Platforms;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;

/** The products of the business. */
@ApplicationService
public class PlatformService {
    private static final Map<String, String> REFERENCE_DATA = Map.of(
            "mentor", "Mentoring",
            "hire", "Hiring",
            "lms", "Learning",
            "crm", "Customer relations");

    private final Platforms platforms;
    private final IdSource ids;
    private final InstantSource clock;

    PlatformService(Platforms platforms, IdSource ids, InstantSource clock) {
        this.platforms = platforms;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts the reference data in place. Safe to run at every start and on several instances at once. Returns how many changed. */
    @Transactional
    public int seed() {
        var now = clock.instant();
        return platforms.put(REFERENCE_DATA.entrySet().stream()
                // One order for all: two seeds at once then wait for each other instead of deadlocking.
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Platform(new PlatformId(ids.next()), entry.getKey(), entry.getValue(), now, now))
                .toList());
    }

    public Set<String> codes() {
        return Set.copyOf(platforms.codes());
    }
}
