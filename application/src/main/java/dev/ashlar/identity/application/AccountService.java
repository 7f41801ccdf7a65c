// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.AddressVerified;
import dev.ashlar.identity.ProfileChanged;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.Person;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.Profiles;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of users with their own account. */
@ApplicationService
public class AccountService {
    private final Users users;
    private final Profiles profiles;
    private final OneTimeTokens oneTimeTokens;
    private final MailRequests mails;
    private final IdentityViews views;
    private final SecurityTrail trail;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    AccountService(
            Users users,
            Profiles profiles,
            OneTimeTokens oneTimeTokens,
            MailRequests mails,
            IdentityViews views,
            SecurityTrail trail,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.users = users;
        this.profiles = profiles;
        this.oneTimeTokens = oneTimeTokens;
        this.mails = mails;
        this.views = views;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    public AccountView me(Actor actor) {
        return view(actor.userId());
    }

    /** Changes the actor's own data. Email address, username and role cannot be changed here. */
    @Transactional
    public AccountView edit(Actor actor, int version, Person.Edit person, Profile.Edit profile) {
        var now = clock.instant();
        // The session of a deleted account may still count for seconds.
        var before = users.find(actor.userId())
                .filter(User::active)
                .orElseThrow(() -> IdentityProblem.userNotFound(actor.userId()));
        var shown = profiles.find(actor.userId()).orElseThrow(() -> IdentityProblem.userNotFound(actor.userId()));
        boolean isSame = before.with(person, before.updatedAt()).equals(before)
                && shown.with(profile, shown.updatedAt()).equals(shown);
        if (isSame ? before.version() != version : !users.edit(before.with(person, now), version)) {
            throw KernelProblem.stale("Your account", version);
        }
        if (!isSame) {
            var edited = shown.with(profile, now);
            profiles.update(edited);
            var seen = edited.shownAs(before.login().username());
            events.publishEvent(new ProfileChanged(new VersionedProfile(seen, version + 1), now));
        }
        return view(actor.userId());
    }

    /** Verifies the address that this mailed token was sent to. It becomes that of the account, and earlier reset mails end. */
    @Transactional
    public void verifyEmail(String token) {
        var now = clock.instant();
        var user = oneTimeTokens
                .consume(Fingerprint.ofSecret(token), TokenPurpose.EMAIL_VERIFICATION, now)
                .flatMap(users::lock)
                .orElseThrow(() -> IdentityProblem.TOKEN_INVALID
                        .because("The token is unknown, used or expired. Send the token of the latest mail.")
                        .at("/token", "must be the unused token of the latest mail"));
        users.confirmEmail(user.id(), now);
        events.publishEvent(new AddressVerified(user.id(), now));
        if (user.login().pendingEmail() != null) {
            trail.record(SecurityEventType.ADDRESS_CHANGED, user.id());
            mails.withdraw(user.id(), TokenPurpose.PASSWORD_RESET);
        }
    }

    private AccountView view(UserId id) {
        return views.account(id).orElseThrow(() -> IdentityProblem.userNotFound(id));
    }
}
