// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.AccessTokens;
import dev.ashlar.identity.domain.AccessTokens.Kind;
import dev.ashlar.identity.domain.AuthEvent;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.OneTimeCode;
import dev.ashlar.identity.domain.Origin;
import dev.ashlar.identity.domain.RefreshToken;
import dev.ashlar.identity.domain.RefreshTokenId;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.User;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.SecretSource;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Opening of sessions, after the password was checked. */
@ApplicationService
public class SessionOpening {
    /** A password is changed in one transaction, which ends all other sessions. */
    static final int MAX_SESSIONS = 1_000;

    private final ProvenAccounts accounts;
    private final RefreshTokens tokens;
    private final AttemptLog attempts;
    private final AccessTokens accessTokens;
    private final SecretSource secrets;
    private final IdentityViews views;
    private final IdSource ids;
    private final InstantSource clock;

    SessionOpening(
            ProvenAccounts accounts,
            RefreshTokens tokens,
            AttemptLog attempts,
            AccessTokens accessTokens,
            SecretSource secrets,
            IdentityViews views,
            IdSource ids,
            InstantSource clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.attempts = attempts;
        this.accessTokens = accessTokens;
        this.secrets = secrets;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a session after the password was checked against these credentials. Empty if they have changed in between, by a
     * password reset or a deactivation.
     *
     * @param code code of the second factor; null if the client sent none
     */
    @Transactional(noRollbackFor = DomainException.class) // a wrong code counts
    public Optional<IssuedTokens> open(Credentials checked, @Nullable OneTimeCode code, Origin origin, Client client) {
        return accounts.lock(checked, code).map(user -> openFor(user, origin, client));
    }

    /**
     * Opens a session with one lasting access token, for clients that know neither refresh nor second factor. Empty under the
     * conditions of {@link #open}.
     */
    @Transactional
    public Optional<LastingLogin> openLasting(Credentials checked, Origin origin, Client client) {
        return accounts.lock(checked, null).map(user -> openLastingFor(user, origin, client));
    }

    private IssuedTokens openFor(User user, Origin origin, Client client) {
        var now = clock.instant();
        var secret = secrets.next();
        var first = begin(user, secret, origin, client, now);
        return IssuedTokens.of(accessTokens.issue(user, first.familyId(), Kind.RENEWED, now), secret, first);
    }

    /** Opens a session that is never renewed, because its secret is dropped: it ends with its one access token. */
    private LastingLogin openLastingFor(User user, Origin origin, Client client) {
        var now = clock.instant();
        var first = begin(user, secrets.next(), origin, client, now);
        var access = accessTokens.issue(user, first.familyId(), Kind.LASTING, now);
        var account = views.account(user.id()).orElseThrow(() -> IdentityProblem.userNotFound(user.id()));
        return new LastingLogin(account, access.value());
    }

    private RefreshToken begin(User user, String secret, Origin origin, Client client, Instant now) {
        var first = RefreshToken.open(
                new RefreshTokenId(ids.next()),
                new SessionId(ids.next()),
                user.id(),
                Fingerprint.ofSecret(secret),
                client,
                now);
        tokens.insert(first);
        tokens.revokeSurplus(user.id(), MAX_SESSIONS, now);
        attempts.success(user.email(), AuthEvent.Action.LOGIN, origin);
        return first;
    }
}
