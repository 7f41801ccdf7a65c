// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.Deletion;
import dev.ashlar.identity.People;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.identity.domain.Standing;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** {@link People}: data that every context may read, hence without authorization. */
@ApplicationService
public class PeopleService implements People {
    private static final int BATCH = 500;

    private final IdentityViews views;
    private final Users users;

    PeopleService(IdentityViews views, Users users) {
        this.views = views;
        this.users = users;
    }

    @Override
    public List<PublicProfile> profiles(Collection<UserId> ids) {
        return ids.isEmpty() ? List.of() : views.publicProfiles(ids);
    }

    @Override
    public List<VersionedProfile> profilesAfter(@Nullable UserId after) {
        return views.profilesAfter(after, BATCH);
    }

    @Override
    public List<Deletion> deletionsAfter(Deletion after) {
        return views.deletionsAfter(after, BATCH);
    }

    @Override
    @Transactional
    public Set<UserId> lockDeactivated(Collection<UserId> ids) {
        return users.lockDeactivated(ids);
    }

    @Override
    @Transactional
    public Optional<Role> lockRole(UserId id) {
        return users.lock(id).map(User::standing).filter(Standing::active).map(Standing::role);
    }
}
