// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.AddressVerified;
import dev.ashlar.identity.domain.AttemptLimit;
import dev.ashlar.identity.domain.AuthEvent;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.NewPassword;
import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.Origin;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Reset of a forgotten password by mail. */
@ApplicationService
public class PasswordResetService {
    private final Users users;
    private final OneTimeTokens oneTimeTokens;
    private final RefreshTokens refreshTokens;
    private final AttemptLog attempts;
    private final MailRequests mails;
    private final SecurityTrail trail;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    PasswordResetService(
            Users users,
            OneTimeTokens oneTimeTokens,
            RefreshTokens refreshTokens,
            AttemptLog attempts,
            MailRequests mails,
            SecurityTrail trail,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.users = users;
        this.oneTimeTokens = oneTimeTokens;
        this.refreshTokens = refreshTokens;
        this.attempts = attempts;
        this.mails = mails;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Requests a mail with a reset token. Neither the answer nor the time it takes tells if the account exists: the attempt
     * is recorded in any case. Beyond the limit nothing is mailed, as silently.
     */
    @Transactional
    public void request(String email, Client client) {
        var wait = attempts.attempt(
                email, AuthEvent.Action.PASSWORD_RESET, AttemptLimit.PASSWORD_RESET, Origin.of(client));
        if (wait.isEmpty()) {
            users.findByEmail(Spelling.key(email))
                    .filter(User::active)
                    .ifPresent(user -> mails.request(user.id(), TokenPurpose.PASSWORD_RESET, user.email()));
        }
    }

    /** Refuses a token that {@link #complete} would refuse, before anything slow is done for it. */
    public void requireUsable(String token) {
        var user = oneTimeTokens.find(Fingerprint.ofSecret(token), TokenPurpose.PASSWORD_RESET, clock.instant());
        if (user.isEmpty()) {
            throw invalidToken();
        }
    }

    /**
     * Sets a new password for the holder of the mailed token, who so proves to own the address. All sessions end, and a pending address
     * is dropped, because a thief may have entered it.
     *
     * @param password to be refused if it is easy to guess for this user
     */
    @Transactional
    public void complete(String token, NewPassword password, String passwordHash, Client client) {
        var now = clock.instant();
        var user = oneTimeTokens
                .consume(Fingerprint.ofSecret(token), TokenPurpose.PASSWORD_RESET, now)
                .flatMap(users::lock)
                .filter(User::active)
                .orElseThrow(PasswordResetService::invalidToken);
        password.requireHardToGuess(user.email(), user.login().username());
        users.setPassword(user.id(), passwordHash, now);
        trail.record(SecurityEventType.PASSWORD_RESET, user.id(), null, null);
        users.editLogin(user.recovered(now), user.version());
        if (user.login().emailVerifiedAt() == null) {
            events.publishEvent(new AddressVerified(user.id(), now));
        }
        mails.withdraw(user.id(), TokenPurpose.PASSWORD_RESET);
        mails.withdraw(user.id(), TokenPurpose.EMAIL_VERIFICATION);
        refreshTokens.revokeAll(user.id(), now);
        attempts.success(user.email(), AuthEvent.Action.PASSWORD_RESET, Origin.of(client));
    }

    private static DomainException invalidToken() {
        return IdentityProblem.TOKEN_INVALID
                .because("The token is unknown, used or expired. Request a new mail.")
                .at("/token", "must be an unused token, mailed within the last hour");
    }
}
