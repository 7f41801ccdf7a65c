// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.identity.People;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.publishing.domain.ProfileCopies;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Copies of the profiles of identity: kept with each change, and compared with the profiles one bounded batch at a time. */
@ApplicationService
public class ProfileCopyService {
    private final People people;
    private final ProfileCopies copies;
    private final InstantSource clock;

    ProfileCopyService(People people, ProfileCopies copies, InstantSource clock) {
        this.people = people;
        this.copies = copies;
        this.clock = clock;
    }

    /** Copies a profile, unless there is a copy of this version or a later one. */
    @Transactional
    public void copy(VersionedProfile profile, Instant at) {
        copies.store(profile, at);
    }

    /**
     * Compares the next profiles with their copies and stores the copies that are missing or differ.
     *
     * @param after last user of the batch before; null to begin
     */
    @Transactional
    public Batch repairAfter(@Nullable UserId after) {
        var profiles = people.profilesAfter(after);
        return profiles.isEmpty()
                ? new Batch(null, 0, 0)
                : new Batch(
                        profiles.getLast().profile().id(), profiles.size(), copies.repair(profiles, clock.instant()));
    }

    /**
     * Outcome of a batch.
     *
     * @param last last user of the batch; null after the last batch
     * @param compared number of users
     * @param repaired number of copies that were missing or differed
     */
    public record Batch(@Nullable UserId last, int compared, int repaired) {}
}
