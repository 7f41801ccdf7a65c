// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.AttemptLimit;
import dev.ashlar.identity.domain.AuthEvent;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Origin;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.application.ApplicationService;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counting of the attempts to prove a password, before anything slow is done for them. After too many they are refused with {@link
 * IdentityProblem#LOGIN_LOCKED}, and the refusal is recorded.
 */
@ApplicationService
public class LoginAttempts {
    private final Users users;
    private final RefreshTokens tokens;
    private final AttemptLog attempts;

    LoginAttempts(Users users, RefreshTokens tokens, AttemptLog attempts) {
        this.users = users;
        this.tokens = tokens;
        this.attempts = attempts;
    }

    /**
     * Begins a login.
     *
     * @param earlierToken refresh token of an earlier session of this device, ended or not; null if it has none
     */
    @Transactional(noRollbackFor = DomainException.class)
    public LoginAttempt begin(String email, @Nullable String earlierToken, Client client) {
        var credentials = users.credentials(Spelling.key(email)).orElse(null);
        var origin = originOf(credentials, earlierToken, client);
        record(email, origin);
        return new LoginAttempt(credentials, origin);
    }

    /** Begins a check of the actor's current password. */
    @Transactional(noRollbackFor = DomainException.class)
    public Credentials beginCheck(Actor actor, SessionId current, Client client) {
        var user = find(actor);
        record(user.email(), Origin.of(client, current));
        return users.credentials(Spelling.key(user.email()))
                .orElseThrow(() -> IdentityProblem.userNotFound(actor.userId()));
    }

    /** Records that the actor has proved the current password. */
    @Transactional
    public void passCheck(Actor actor, SessionId current, Client client) {
        attempts.success(find(actor).email(), AuthEvent.Action.LOGIN, Origin.of(client, current));
    }

    private User find(Actor actor) {
        return users.find(actor.userId()).orElseThrow(() -> IdentityProblem.userNotFound(actor.userId()));
    }

    private Origin originOf(@Nullable Credentials credentials, @Nullable String earlierToken, Client client) {
        return earlierToken == null || credentials == null
                ? Origin.of(client)
                : tokens.findByHash(Fingerprint.ofSecret(earlierToken))
                        .filter(token -> token.userId().equals(credentials.userId()))
                        .map(token -> Origin.of(client, token.familyId()))
                        .orElseGet(() -> Origin.of(client));
    }

    private void record(String email, Origin origin) {
        attempts.attempt(email, AuthEvent.Action.LOGIN, AttemptLimit.LOGIN, origin)
                .ifPresent(wait -> {
                    throw IdentityProblem.LOGIN_LOCKED
                            .because("Too many attempts failed. Wait " + wait.toSeconds()
                                    + " s, log in with the refresh token of an earlier session on this device, or reset the"
                                    + " password.")
                            .retryAfter(wait);
                });
    }
}
