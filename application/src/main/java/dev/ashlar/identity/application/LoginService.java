// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.ProfileChanged;
import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.VersionedProfile;
import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.Profiles;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes of email address, username and password by the user. Another address is pending until it is verified, and the present one is
 * told. Another address or password ends all sessions but the current one.
 */
@ApplicationService
public class LoginService {
    private final Users users;
    private final Profiles profiles;
    private final MailRequests mails;
    private final RefreshTokens sessions;
    private final IdentityViews views;
    private final SecurityTrail trail;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    LoginService(
            Users users,
            Profiles profiles,
            MailRequests mails,
            RefreshTokens sessions,
            IdentityViews views,
            SecurityTrail trail,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.users = users;
        this.profiles = profiles;
        this.mails = mails;
        this.sessions = sessions;
        this.views = views;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Changes the actor's email address, username, profile and password, whatever version the account has.
     *
     * @param current session of the calling request
     * @param passwordHash null if the password stays
     */
    @Transactional
    public AccountView change(
            Actor actor, SessionId current, Login.Edit login, Profile.Edit profile, @Nullable String passwordHash) {
        var now = clock.instant();
        var before = lock(actor, current);
        var after = before.with(login, now);
        refuseTaken(after.login().pendingEmail());
        store(before, after, current, now);
        var shown = profiles.find(after.id()).orElseThrow(() -> IdentityProblem.userNotFound(after.id()));
        var edited = shown.with(profile, now);
        profiles.update(edited);
        var seen = edited.shownAs(after.login().username());
        events.publishEvent(new ProfileChanged(new VersionedProfile(seen, before.version() + 1), now));
        if (passwordHash != null) {
            setPassword(after, current, passwordHash, now);
        }
        return AccountView.of(after, edited, before.version() + 1); // as it is stored, without reading it again
    }

    /**
     * Changes the password after the present one was checked against these credentials.
     *
     * @param current session of the calling request
     */
    @Transactional
    public void changePassword(Actor actor, SessionId current, Credentials checked, String passwordHash) {
        var user = lock(actor, current);
        refuseUnless(checked, user);
        setPassword(user, current, passwordHash, clock.instant());
    }

    /**
     * Requests another address after the password was checked against these credentials. The answer does not tell if the address is
     * taken; the verification does.
     *
     * @param current session of the calling request
     */
    @Transactional
    public AccountView changeEmail(Actor actor, SessionId current, Credentials checked, String email) {
        var now = clock.instant();
        var before = lock(actor, current);
        refuseUnless(checked, before);
        store(before, before.with(new Login.Edit(Change.to(email), Change.keep()), now), current, now);
        return view(actor);
    }

    /** Locks the account if the session has not ended, so that no request of a thief outlives the end of the stolen session. */
    private User lock(Actor actor, SessionId current) {
        var user = users.lock(actor.userId()).orElseThrow(() -> IdentityProblem.userNotFound(actor.userId()));
        if (sessions.findActive(current)
                .filter(token -> token.userId().equals(user.id()))
                .isEmpty()) {
            throw IdentityProblem.SESSION_ENDED.because(
                    "The session of the access token has just ended. Log in again.");
        }
        return user;
    }

    private void refuseUnless(Credentials checked, User user) {
        if (!users.credentials(Spelling.key(user.email())).equals(Optional.of(checked))) {
            throw ProvenAccounts.changed();
        }
    }

    private void refuseTaken(@Nullable String pendingEmail) {
        if (pendingEmail != null
                && users.findByEmail(Spelling.key(pendingEmail)).isPresent()) {
            throw IdentityProblem.EMAIL_TAKEN.because("Another account has this address. Choose another one.");
        }
    }

    private void store(User before, User after, SessionId current, Instant now) {
        if (!users.editLogin(after, before.version())) {
            throw ProvenAccounts.changed();
        }
        var pending = after.login().pendingEmail();
        if (Objects.equals(pending, before.login().pendingEmail())) {
            return;
        }
        mails.withdraw(after.id(), TokenPurpose.EMAIL_VERIFICATION);
        if (pending != null) {
            mails.request(after.id(), TokenPurpose.EMAIL_VERIFICATION, pending);
            mails.request(after.id(), TokenPurpose.ADDRESS_NOTICE, after.email());
            sessions.revokeOthers(after.id(), current, now);
        } else if (after.login().emailVerifiedAt() == null) {
            mails.request(after.id(), TokenPurpose.EMAIL_VERIFICATION, after.email());
        }
    }

    private void setPassword(User user, SessionId current, String passwordHash, Instant now) {
        users.setPassword(user.id(), passwordHash, now);
        trail.record(SecurityEventType.PASSWORD_CHANGED, user.id());
        mails.withdraw(user.id(), TokenPurpose.PASSWORD_RESET);
        sessions.revokeOthers(user.id(), current, now);
    }

    private AccountView view(Actor actor) {
        return views.account(actor.userId()).orElseThrow(() -> IdentityProblem.userNotFound(actor.userId()));
    }
}
