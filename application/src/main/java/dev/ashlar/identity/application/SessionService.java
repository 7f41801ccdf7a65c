// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.AccessTokens;
import dev.ashlar.identity.domain.AccessTokens.Kind;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.RefreshToken;
import dev.ashlar.identity.domain.RefreshTokenId;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.SecurityEventType;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.transaction.annotation.Transactional;

/** Renewing and ending of sessions. */
@ApplicationService
public class SessionService {
    private static final String LIST = "identity.sessions";

    private final Users users;
    private final RefreshTokens tokens;
    private final AccessTokens accessTokens;
    private final SecurityTrail trail;
    private final IdentityViews views;
    private final IdSource ids;
    private final InstantSource clock;

    SessionService(
            Users users,
            RefreshTokens tokens,
            AccessTokens accessTokens,
            SecurityTrail trail,
            IdentityViews views,
            IdSource ids,
            InstantSource clock) {
        this.users = users;
        this.tokens = tokens;
        this.accessTokens = accessTokens;
        this.trail = trail;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Exchanges a refresh token for the next pair of tokens, see {@link RefreshToken#verdict}. */
    @Transactional(noRollbackFor = DomainException.class) // the end of a stolen session must outlive the refusal
    public IssuedTokens refresh(String refreshToken, Client client) {
        var hash = Fingerprint.ofSecret(refreshToken);
        var owner = tokens.findByHash(hash)
                .flatMap(found -> users.lock(found.userId()))
                .filter(User::active)
                .orElseThrow(SessionService::ended);
        // Read again: the token may change until the account is locked.
        var presented = tokens.findByHash(hash).orElseThrow(SessionService::ended);
        var active = tokens.findActive(presented.familyId());
        var now = clock.instant();
        return switch (presented.verdict(active, now)) {
            case ROTATE -> rotate(owner, presented, refreshToken, client, now);
            case RETRY -> retry(owner, active.orElseThrow(SessionService::ended), refreshToken, now);
            case STOLEN -> {
                tokens.revoke(owner.id(), presented.familyId(), now);
                trail.record(SecurityEventType.REFRESH_TOKEN_STOLEN, owner.id(), null, null);
                throw ended();
            }
            case OVER -> throw ended();
        };
    }

    /** Ends the session of this refresh token. An unknown token is ignored. */
    @Transactional
    public void logout(String refreshToken) {
        tokens.findByHash(Fingerprint.ofSecret(refreshToken)).ifPresent(token -> {
            users.lock(token.userId());
            tokens.revoke(token.userId(), token.familyId(), clock.instant());
        });
    }

    /** True if the session is live and belongs to this user, who is active and has that role. */
    public boolean isLive(UserId user, SessionId session, Role role) {
        return views.isLive(session, user, role, clock.instant());
    }

    /** Returns the actor's sessions, newest login first. */
    public Page<SessionView> list(Actor actor, SessionId current, PageRequest page) {
        var rows = views.sessions(actor.userId(), current, clock.instant(), page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    /** Ends one of the actor's sessions. Sessions of other users are not found. */
    @Transactional
    public void end(Actor actor, SessionId session) {
        users.lock(actor.userId());
        if (!tokens.revoke(actor.userId(), session, clock.instant())) {
            throw IdentityProblem.SESSION_NOT_FOUND.because(
                    "You have no live session " + session.value() + ". List your sessions to find their ids.");
        }
    }

    private IssuedTokens rotate(User owner, RefreshToken current, String secret, Client client, Instant now) {
        var id = new RefreshTokenId(ids.next());
        var nextSecret = RefreshToken.secretAfter(secret, id);
        if (!tokens.rotate(current.id(), id, now)) {
            throw ended();
        }
        var next = current.successor(id, Fingerprint.ofSecret(nextSecret), client, now);
        tokens.insert(next);
        return issue(owner, next, nextSecret, now);
    }

    private IssuedTokens retry(User owner, RefreshToken successor, String secret, Instant now) {
        return issue(owner, successor, RefreshToken.secretAfter(secret, successor.id()), now);
    }

    private IssuedTokens issue(User user, RefreshToken token, String secret, Instant now) {
        return IssuedTokens.of(accessTokens.issue(user, token.familyId(), Kind.RENEWED, now), secret, token);
    }

    private static DomainException ended() {
        return IdentityProblem.SESSION_ENDED.because(
                "The refresh token is unknown, used, expired or revoked. Log in again.");
    }
}
