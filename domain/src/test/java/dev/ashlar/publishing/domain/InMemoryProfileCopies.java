// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.domain;

import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link ProfileCopies} without a database. */
public final class InMemoryProfileCopies implements ProfileCopies {
    private final Map<UserId, VersionedProfile> copies = new HashMap<>();

    @Override
    public boolean store(VersionedProfile copy, Instant now) {
        var known = copies.get(copy.profile().id());
        boolean isLater = known == null || known.version() < copy.version();
        if (isLater) {
            copies.put(copy.profile().id(), copy);
        }
        return isLater;
    }

    @Override
    public int repair(List<VersionedProfile> profiles, Instant now) {
        var wrong = profiles.stream().filter(this::differs).toList();
        wrong.forEach(profile -> copies.put(profile.profile().id(), profile));
        return wrong.size();
    }

    public Optional<VersionedProfile> find(UserId user) {
        return Optional.ofNullable(copies.get(user));
    }

    private boolean differs(VersionedProfile profile) {
        var known = copies.get(profile.profile().id());
        return known == null
                || (known.version() <= profile.version() && !known.profile().equals(profile.profile()));
    }
}
