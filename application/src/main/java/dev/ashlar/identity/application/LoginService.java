package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Login;
import dev.ashlar.identity.domain.OneTimeToken;
import dev.ashlar.identity.domain.OneTimeTokenId;
import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.Profile;
import dev.ashlar.identity.domain.Profiles;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Changes of email address, username and password by the user. */
@ApplicationService
public class LoginService {
    private final Users users;
    private final Profiles profiles;
    private final OneTimeTokens oneTimeTokens;
    private final RefreshTokens sessions;
    private final IdentityViews views;
    private final IdSource ids;
    private final InstantSource clock;

    LoginService(
            Users users,
            Profiles profiles,
            OneTimeTokens oneTimeTokens,
            RefreshTokens sessions,
            IdentityViews views,
            IdSource ids,
            InstantSource clock) {
        this.users = users;
        this.profiles = profiles;
        this.oneTimeTokens = oneTimeTokens;
        this.sessions = sessions;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Changes the actor's email address, username, profile and password, whatever version the account has. A new address is
     * to be verified again; a new password ends all sessions but the current one.
     *
     * @param current session of the calling request; null ends all
     * @param passwordHash null if the password stays
     */
    @Transactional
    public AccountView change(
            Actor actor,
            @Nullable SessionId current,
            Login.Edit login,
            Profile.Edit profile,
            @Nullable String passwordHash) {
        var now = clock.instant();
        var before = users.lock(actor.userId()).orElseThrow(() -> IdentityProblem.userNotFound(actor.userId()));
        var after = before.with(login, now);
        if (!users.editLogin(after, before.version())) {
            throw KernelProblem.BUSY.because("Another request is changing the account. Try again.");
        }
        var shown = profiles.find(after.id()).orElseThrow(() -> IdentityProblem.userNotFound(after.id()));
        profiles.update(shown.with(profile, now));
        if (!after.email().equalsIgnoreCase(before.email())) {
            verifyAgain(after, now);
        }
        if (passwordHash != null) {
            users.setPassword(after.id(), passwordHash, now);
            endSessions(after, current, now);
        }
        return views.account(after.id()).orElseThrow(() -> IdentityProblem.userNotFound(after.id()));
    }

    /** Invalidates the tokens mailed to the old address, which prove nothing about the new one. */
    private void verifyAgain(User user, Instant now) {
        oneTimeTokens.withdraw(user.id(), TokenPurpose.EMAIL_VERIFICATION, now);
        oneTimeTokens.withdraw(user.id(), TokenPurpose.PASSWORD_RESET, now);
        oneTimeTokens.insert(
                new OneTimeToken(new OneTimeTokenId(ids.next()), user.id(), TokenPurpose.EMAIL_VERIFICATION, now));
    }

    private void endSessions(User user, @Nullable SessionId current, Instant now) {
        if (current == null) {
            sessions.revokeAll(user.id(), now);
        } else {
            sessions.revokeOthers(user.id(), current, now);
        }
    }
}
