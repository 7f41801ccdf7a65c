// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.domain.Standing;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** Storing of seeded accounts. For seeds only: no actor asks, the role is free and the email address counts as verified. */
@ApplicationService
public class AccountSeeds {
    private final NewAccounts newAccounts;
    private final Users users;
    private final IdSource ids;
    private final InstantSource clock;

    AccountSeeds(NewAccounts newAccounts, Users users, IdSource ids, InstantSource clock) {
        this.newAccounts = newAccounts;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<UserId> findByEmail(String email) {
        return users.findByEmail(Spelling.key(email)).map(User::id);
    }

    /** Returns the credentials of an active account with a verified email address. */
    public Optional<Credentials> verifiedCredentials(String email) {
        var key = Spelling.key(email);
        return users.findByEmail(key)
                .filter(user -> user.active() && user.login().emailVerifiedAt() != null)
                .flatMap(_ -> users.credentials(key));
    }

    @Transactional
    public UserId create(Registration registration, Role role, String passwordHash) {
        var now = clock.instant();
        var standing = new Standing.Edit(Change.to(role), Change.keep(), Change.keep());
        var user = User.register(new UserId(ids.next()), registration, now).with(standing, now);
        newAccounts.add(user, registration, passwordHash);
        users.confirmEmail(user.id(), now);
        return user.id();
    }
}
