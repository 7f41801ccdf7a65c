package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.AttemptLimit;
import dev.ashlar.identity.domain.AuthEvent;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.Fingerprint;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.OneTimeToken;
import dev.ashlar.identity.domain.OneTimeTokenId;
import dev.ashlar.identity.domain.OneTimeTokens;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.TokenPurpose;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Reset of a forgotten password by mail. */
@ApplicationService
public class PasswordResetService {
    private final Users users;
    private final OneTimeTokens oneTimeTokens;
    private final RefreshTokens refreshTokens;
    private final AttemptLog attempts;
    private final IdSource ids;
    private final InstantSource clock;

    PasswordResetService(
            Users users,
            OneTimeTokens oneTimeTokens,
            RefreshTokens refreshTokens,
            AttemptLog attempts,
            IdSource ids,
            InstantSource clock) {
        this.users = users;
        this.oneTimeTokens = oneTimeTokens;
        this.refreshTokens = refreshTokens;
        this.attempts = attempts;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Requests a mail with a reset token. Neither the answer nor the time it takes tells if the account exists: the attempt
     * is recorded in any case. Beyond the limit nothing is mailed, as silently.
     */
    @Transactional
    public void request(String email, Client client) {
        if (attempts.attempt(email, AuthEvent.Action.PASSWORD_RESET, AttemptLimit.PASSWORD_RESET, client)
                .isPresent()) {
            return;
        }
        users.findByEmail(email)
                .filter(User::active)
                .ifPresent(user -> oneTimeTokens.insert(new OneTimeToken(
                        new OneTimeTokenId(ids.next()), user.id(), TokenPurpose.PASSWORD_RESET, clock.instant())));
    }

    /** Sets a new password for the holder of the mailed token and ends all sessions. */
    @Transactional
    public void complete(String token, String passwordHash, Client client) {
        var now = clock.instant();
        var user = oneTimeTokens
                .consume(Fingerprint.ofSecret(token), TokenPurpose.PASSWORD_RESET, now)
                .flatMap(users::lock)
                .filter(User::active)
                .orElseThrow(PasswordResetService::invalidToken);
        users.setPassword(user.id(), passwordHash, now);
        oneTimeTokens.withdraw(user.id(), TokenPurpose.PASSWORD_RESET, now);
        refreshTokens.revokeAll(user.id(), now);
        attempts.success(user.email(), AuthEvent.Action.PASSWORD_RESET, client);
    }

    private static DomainException invalidToken() {
        return IdentityProblem.TOKEN_INVALID
                .because("The token is unknown, used or expired. Request a new mail.")
                .at("/token", "must be an unused token, mailed within the last hour");
    }
}
