package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.LoginEdit;
import dev.ashlar.identity.domain.OneTimeToken;
import dev.ashlar.identity.domain.OneTimeTokenId;
import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.ProfileEdit;
import dev.ashlar.identity.domain.Profiles;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What people change about how they log in. */
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
     * to be verified anew; a new password ends all sessions but the current one.
     *
     * @param current the session that asks; null ends all
     * @param passwordHash null if the password stays
     */
    @Transactional
    public AccountView change(
            Actor actor,
            @Nullable SessionId current,
            LoginEdit login,
            ProfileEdit profile,
            @Nullable String passwordHash) {
        var now = clock.instant();
        var before = users.lock(actor.userId()).orElseThrow(LoginService::gone);
        var after = before.with(login, now);
        if (!users.editLogin(after, before.version())) {
            throw KernelProblem.BUSY.because("The account is being changed elsewhere; try again.");
        }
        profiles.update(
                profiles.find(after.id()).orElseThrow(LoginService::gone).with(profile, now));
        if (!after.email().equalsIgnoreCase(before.email())) {
            mailAnew(after, now);
        }
        if (passwordHash != null) {
            users.setPassword(after.id(), passwordHash, now);
            endSessions(after, current, now);
        }
        return views.account(after.id()).orElseThrow(LoginService::gone);
    }

    /** What was mailed to the old address says nothing about the new one. */
    private void mailAnew(User user, Instant now) {
        oneTimeTokens.withdraw(user.id(), TokenPurpose.EMAIL_VERIFICATION, now);
        oneTimeTokens.withdraw(user.id(), TokenPurpose.PASSWORD_RESET, now);
        oneTimeTokens.insert(
                OneTimeToken.pending(new OneTimeTokenId(ids.next()), user.id(), TokenPurpose.EMAIL_VERIFICATION, now));
    }

    private void endSessions(User user, @Nullable SessionId current, Instant now) {
        if (current == null) {
            sessions.revokeAll(user.id(), now);
        } else {
            sessions.revokeOthers(user.id(), current, now);
        }
    }

    private static DomainException gone() {
        return KernelProblem.NOT_FOUND.because("There is no such account.");
    }
}
