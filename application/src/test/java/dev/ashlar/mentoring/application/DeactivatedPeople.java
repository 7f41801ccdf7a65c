package dev.ashlar.mentoring.application;

import dev.ashlar.identity.People;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@link People} that only tell which users are deactivated. */
final class DeactivatedPeople implements People {
    final Set<UserId> ids = new HashSet<>();

    @Override
    public boolean lockDeactivated(UserId id) {
        return ids.contains(id);
    }

    @Override
    public List<PublicProfile> profiles(Collection<UserId> wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PublicProfile> findByUsername(String username) {
        throw new UnsupportedOperationException();
    }
}
