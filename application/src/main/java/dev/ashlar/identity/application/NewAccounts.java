// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.ProfileChanged;
import dev.ashlar.identity.UserRegistered;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.identity.domain.Profiles;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Creation of accounts, in the transaction of the calling service. */
@Component
class NewAccounts {
    private final Users users;
    private final Profiles profiles;
    private final ApplicationEventPublisher events;

    NewAccounts(Users users, Profiles profiles, ApplicationEventPublisher events) {
        this.users = users;
        this.profiles = profiles;
        this.events = events;
    }

    /** Stores account and profile. Other contexts add their part by listening to {@link UserRegistered}. */
    void add(User user, Registration registration, String passwordHash) {
        users.insert(user, passwordHash);
        var profile = registration.profile(user.id(), user.createdAt());
        profiles.insert(profile);
        var shown = profile.shownAs(user.login().username());
        events.publishEvent(new ProfileChanged(new VersionedProfile(shown, user.version()), user.createdAt()));
        events.publishEvent(new UserRegistered(user.id(), user.createdAt()));
    }
}
