package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.AccessTokens;
import dev.ashlar.identity.domain.AccessTokens.Kind;
import dev.ashlar.identity.domain.AttemptLimit;
import dev.ashlar.identity.domain.AuthEvent;
import dev.ashlar.identity.domain.Client;
import dev.ashlar.identity.domain.Credentials;
import dev.ashlar.identity.domain.Fingerprint;
import dev.ashlar.identity.domain.IdentityProblem;
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
     * Counts an attempt to log in, before anything slow is done for it. Refuses with {@link IdentityProblem#LOGIN_LOCKED}
     * after too many; the refusal is recorded.
     *
     * @return data to check the attempt against; empty if there is no such account
     */
    @Transactional(noRollbackFor = DomainException.class)
    public Optional<Credentials> beginLogin(String email, Client client) {
        var wait = attempts.attempt(email, AuthEvent.Action.LOGIN, AttemptLimit.LOGIN, client);
        if (wait.isPresent()) {
            throw IdentityProblem.LOGIN_LOCKED
                    .because("Too many attempts failed. Wait " + wait.get().toSeconds() + " s or reset the password.")
                    .retryAfter(wait.get());
        }
        return users.credentials(email);
    }

    /**
     * Opens a session after the password was checked against these credentials. Empty if they have changed in between, by a
     * password reset or a deactivation.
     */
    @Transactional
    public Optional<IssuedTokens> open(Credentials checked, String email, Client client) {
        return users.lock(checked.userId())
                .filter(User::active)
                .filter(user -> users.credentials(email).equals(Optional.of(checked)))
                .map(user -> openFor(user, client));
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
        var now = clock.instant();
        return switch (presented.verdict(now)) {
            case ROTATE -> rotate(owner, presented, client, now);
            case RETRIED ->
                rotate(owner, tokens.findActive(presented.familyId()).orElseThrow(SessionService::ended), client, now);
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

    /**
     * Opens a session with one lasting access token, for clients that know no refresh. Empty under the conditions of
     * {@link #open}.
     */
    @Transactional
    public Optional<LastingLogin> openLasting(Credentials checked, String email, Client client) {
        return users.lock(checked.userId())
                .filter(User::active)
                .filter(user -> users.credentials(email).equals(Optional.of(checked)))
                .map(user -> openLastingFor(user, client));
    }

    /** True if the session is live and its user active and of that role. */
    public boolean isLive(SessionId session, Role role) {
        return views.roleIn(session, clock.instant()).filter(role::equals).isPresent();
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

    private IssuedTokens openFor(User user, Client client) {
        var now = clock.instant();
        var secret = secrets.next();
        return issue(user, begin(user, secret, client, now), secret, now);
    }

    /** Opens a session that is never renewed, because its secret is dropped: it ends with its one access token. */
    private LastingLogin openLastingFor(User user, Client client) {
        var now = clock.instant();
        var first = begin(user, secrets.next(), client, now);
        var access = accessTokens.issue(user, first.familyId(), Kind.LASTING, now);
        return new LastingLogin(views.account(user.id()).orElseThrow(SessionService::ended), access.value());
    }

    private RefreshToken begin(User user, String secret, Client client, Instant now) {
        var first = RefreshToken.open(
                new RefreshTokenId(ids.next()),
                new SessionId(ids.next()),
                user.id(),
                Fingerprint.ofSecret(secret),
                client,
                now);
        tokens.insert(first);
        attempts.success(user.email(), AuthEvent.Action.LOGIN, client);
        return first;
    }

    private IssuedTokens rotate(User owner, RefreshToken current, Client client, Instant now) {
        var secret = secrets.next();
        var next = current.successor(new RefreshTokenId(ids.next()), Fingerprint.ofSecret(secret), client, now);
        if (!tokens.rotate(current.id(), next.id(), now)) {
            throw ended();
        }
        tokens.insert(next);
        return issue(owner, next, secret, now);
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
