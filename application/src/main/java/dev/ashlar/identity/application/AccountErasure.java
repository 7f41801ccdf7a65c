package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.Profiles;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.SecondFactors;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Erasure of all personal data in identity, in the transaction of the calling service. An empty account remains. */
@Component
class AccountErasure {
    private final Users users;
    private final Profiles profiles;
    private final RefreshTokens sessions;
    private final OneTimeTokens oneTimeTokens;
    private final SecondFactors factors;

    AccountErasure(
            Users users,
            Profiles profiles,
            RefreshTokens sessions,
            OneTimeTokens oneTimeTokens,
            SecondFactors factors) {
        this.users = users;
        this.profiles = profiles;
        this.sessions = sessions;
        this.oneTimeTokens = oneTimeTokens;
        this.factors = factors;
    }

    void erase(User user, Instant now) {
        users.erase(user.erased(now));
        profiles.find(user.id()).ifPresent(profile -> profiles.update(profile.erased(now)));
        sessions.deleteAll(user.id());
        oneTimeTokens.deleteAll(user.id());
        factors.delete(user.id());
    }
}
