package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.AccessTokens;
import dev.ashlar.identity.domain.AccessTokens.Kind;
import dev.ashlar.identity.domain.AuthEvent;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.Fingerprint;
import dev.ashlar.identity.domain.IdentityProblem;
import dev.ashlar.identity.domain.Origin;
import dev.ashlar.identity.domain.RefreshToken;
import dev.ashlar.identity.domain.RefreshTokenId;
import dev.ashlar.identity.domain.RefreshTokens;
import dev.ashlar.identity.domain.SecretSource;
import dev.ashlar.identity.domain.User;
import dev.ashlar.identity.domain.Users;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.Spelling;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** Opening, renewing and ending of sessions. */
@ApplicationService
public class SessionService {
    private static final String LIST = "identity.sessions";

    private final Users users;
    private final RefreshTokens tokens;
    private final AttemptLog attempts;
    private final AccessTokens accessTokens;
    private final SecretSource secrets;
    private final IdentityViews views;
    private final IdSource ids;
    private final InstantSource clock;

    SessionService(
            Users users,
            RefreshTokens tokens,
            AttemptLog attempts,
            AccessTokens accessTokens,
            SecretSource secrets,
            IdentityViews views,
            IdSource ids,
            InstantSource clock) {
        this.users = users;
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
     */
    @Transactional
    public Optional<IssuedTokens> open(Credentials checked, Origin origin, Client client) {
        return lock(checked).map(user -> openFor(user, origin, client));
    }

    /**
     * Opens a session with one lasting access token, for clients that know no refresh. Empty under the conditions of
     * {@link #open}.
     */
    @Transactional
    public Optional<LastingLogin> openLasting(Credentials checked, Origin origin, Client client) {
        return lock(checked).map(user -> openLastingFor(user, origin, client));
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

    private Optional<User> lock(Credentials checked) {
        return users.lock(checked.userId())
                .filter(User::active)
                .filter(user -> users.credentials(Spelling.key(user.email())).equals(Optional.of(checked)));
    }

    private IssuedTokens openFor(User user, Origin origin, Client client) {
        var now = clock.instant();
        var secret = secrets.next();
        return issue(user, begin(user, secret, origin, client, now), secret, now);
    }

    /** Opens a session that is never renewed, because its secret is dropped: it ends with its one access token. */
    private LastingLogin openLastingFor(User user, Origin origin, Client client) {
        var now = clock.instant();
        var first = begin(user, secrets.next(), origin, client, now);
        var access = accessTokens.issue(user, first.familyId(), Kind.LASTING, now);
        return new LastingLogin(views.account(user.id()).orElseThrow(SessionService::ended), access.value());
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
        attempts.success(user.email(), AuthEvent.Action.LOGIN, origin);
        return first;
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
        var access = accessTokens.issue(user, token.familyId(), Kind.RENEWED, now);
        return new IssuedTokens(access.value(), access.expiresAt(), secret, token.expiresAt());
    }

    private static DomainException ended() {
        return IdentityProblem.SESSION_ENDED.because(
                "The refresh token is unknown, used, expired or revoked. Log in again.");
    }
}
