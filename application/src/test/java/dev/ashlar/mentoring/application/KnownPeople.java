// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.identity.Deletion;
import dev.ashlar.identity.People;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link People} whose display names are given; all others are unknown. Who has no other role is an expert. */
final class KnownPeople implements People {
    final Set<UserId> deactivated = new HashSet<>();
    final Map<UserId, String> names = new HashMap<>();
    final Map<UserId, Role> roles = new HashMap<>();

    @Override
    public Set<UserId> lockDeactivated(Collection<UserId> ids) {
        return ids.stream().filter(deactivated::contains).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Role> lockRole(UserId id) {
        return deactivated.contains(id) ? Optional.empty() : Optional.of(roles.getOrDefault(id, Role.EXPERT));
    }

    @Override
    public List<Deletion> deletionsAfter(Deletion after) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PublicProfile> profiles(Collection<UserId> wanted) {
        return names.entrySet().stream()
                .filter(known -> wanted.contains(known.getKey()))
                .map(known -> new PublicProfile(known.getKey(), "user", known.getValue(), null, null))
                .toList();
    }

    @Override
    public List<VersionedProfile> profilesAfter(@Nullable UserId after) {
        throw new UnsupportedOperationException();
    }
}
