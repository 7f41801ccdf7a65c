// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Profiles} without a database, for tests of one thread. */
public class InMemoryProfiles implements Profiles {
    private final Map<UserId, Profile> profiles = new HashMap<>();

    @Override
    public void insert(Profile profile) {
        profiles.put(profile.userId(), profile);
    }

    @Override
    public Optional<Profile> find(UserId userId) {
        return Optional.ofNullable(profiles.get(userId));
    }

    @Override
    public void update(Profile profile) {
        profiles.replace(profile.userId(), profile);
    }
}
