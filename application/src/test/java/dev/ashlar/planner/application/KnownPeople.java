// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.application;

import dev.ashlar.identity.Deletion;
import dev.ashlar.identity.People;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link People} of whom all are known but some. */
final class KnownPeople implements People {
    final Set<UserId> unknown = new HashSet<>();
    final Set<UserId> deactivated = new HashSet<>();

    @Override
    public List<PublicProfile> profiles(Collection<UserId> ids) {
        return ids.stream()
                .filter(id -> !unknown.contains(id))
                .map(id -> new PublicProfile(id, "user", "User", null, null))
                .toList();
    }

    @Override
    public List<VersionedProfile> profilesAfter(@Nullable UserId after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<UserId> lockDeactivated(Collection<UserId> ids) {
        return ids.stream().filter(deactivated::contains).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Role> lockRole(UserId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Deletion> deletionsAfter(Deletion after) {
        throw new UnsupportedOperationException();
    }
}
