// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.ProfileChanged;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.Profiles;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.SecondFactors;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Erasure of all personal data in identity, in the transaction of the calling service. An empty account remains. */
@Component
class AccountErasure {
    private final Users users;
    private final Profiles profiles;
    private final RefreshTokens sessions;
    private final OneTimeTokens oneTimeTokens;
    private final SecondFactors factors;
    private final ApplicationEventPublisher events;

    AccountErasure(
            Users users,
            Profiles profiles,
            RefreshTokens sessions,
            OneTimeTokens oneTimeTokens,
            SecondFactors factors,
            ApplicationEventPublisher events) {
        this.users = users;
        this.profiles = profiles;
        this.sessions = sessions;
        this.oneTimeTokens = oneTimeTokens;
        this.factors = factors;
        this.events = events;
    }

    void erase(User user, Instant now) {
        users.erase(user.erased(now));
        profiles.find(user.id()).ifPresent(profile -> eraseProfile(user, profile.erased(now)));
        sessions.deleteAll(user.id());
        oneTimeTokens.deleteAll(user.id());
        factors.delete(user.id());
    }

    private void eraseProfile(User user, Profile erased) {
        profiles.update(erased);
        var shown = erased.shownAs(user.erased(erased.updatedAt()).login().username());
        events.publishEvent(new ProfileChanged(new VersionedProfile(shown, user.version() + 1), erased.updatedAt()));
    }
}
