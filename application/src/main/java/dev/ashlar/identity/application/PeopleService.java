package dev.ashlar.identity.application;

import dev.ashlar.identity.People;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@link People}: what everybody may know of everybody, so nobody is asked for leave. */
@ApplicationService
public class PeopleService implements People {
    private final IdentityViews views;

    PeopleService(IdentityViews views) {
        this.views = views;
    }

    @Override
    public List<PublicProfile> profiles(Collection<UserId> ids) {
        return ids.isEmpty() ? List.of() : views.publicProfiles(ids);
    }

    @Override
    public Optional<PublicProfile> findByUsername(String username) {
        return views.publicProfile(username);
    }
}
