// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.AttemptLimit;
import dev.ashlar.identity.domain.AuthEvent;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Origin;
import dev.ashlar.identity.domain.Registration;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Registration of new users. */
@ApplicationService
public class RegistrationService {
    private final NewAccounts newAccounts;
    private final Users users;
    private final AttemptLog attempts;
    private final MailRequests mails;
    private final IdentityViews views;
    private final IdSource ids;
    private final InstantSource clock;

    RegistrationService(
            NewAccounts newAccounts,
            Users users,
            AttemptLog attempts,
            MailRequests mails,
            IdentityViews views,
            IdSource ids,
            InstantSource clock) {
        this.newAccounts = newAccounts;
        this.users = users;
        this.attempts = attempts;
        this.mails = mails;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Creates account and profile and requests the mail that verifies the address. The database refuses a taken email
     * address or username.
     */
    @Transactional
    public AccountView register(Registration registration, String passwordHash) {
        var id = create(registration, passwordHash);
        return views.account(id).orElseThrow(() -> IdentityProblem.userNotFound(id));
    }

    /**
     * Registers like {@link #register}, but does not tell if the address is taken: its owner is told by mail, at most three times in
     * 15 minutes. Registrations of one address run one at a time, so that two of them at once do not tell it either.
     */
    @Transactional
    public void registerDiscreetly(Registration registration, String passwordHash, Client client) {
        var wait = attempts.attempt(
                registration.email(), AuthEvent.Action.REGISTRATION, AttemptLimit.REGISTRATION, Origin.of(client));
        // First, so that a taken username is refused alike whether the address is taken or not.
        if (views.publicProfile(Spelling.key(registration.username())).isPresent()) {
            throw IdentityProblem.USERNAME_TAKEN
                    .because("Another account has the username " + registration.username() + ". Choose another one.")
                    .at("/username", "must be a username that no account has");
        }
        var owner = users.findByEmail(Spelling.key(registration.email()));
        if (owner.isEmpty()) {
            create(registration, passwordHash);
        } else if (wait.isEmpty()
                && users.lock(owner.get().id()).filter(User::active).isPresent()) {
            mails.request(
                    owner.get().id(),
                    TokenPurpose.REGISTRATION_NOTICE,
                    owner.get().email());
        }
    }

    private UserId create(Registration registration, String passwordHash) {
        var user = User.register(new UserId(ids.next()), registration, clock.instant());
        newAccounts.add(user, registration, passwordHash);
        mails.request(user.id(), TokenPurpose.EMAIL_VERIFICATION, user.email());
        return user.id();
    }
}
