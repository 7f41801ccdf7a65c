package dev.ashlar.identity.application;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.AccessTokens;
import dev.ashlar.identity.domain.AccessTokens.Kind;
import dev.ashlar.identity.domain.AttemptLimit;
import dev.ashlar.identity.domain.AuthAction;
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
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** Sessions: opening them, keeping them alive, ending them. */
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
     * Counts an attempt to log in, before anything slow is done for it, and gives what to check it against; nothing if
     * there is no such account. Refuses with {@link IdentityProblem#LOCKED_OUT}, and the refusal is recorded.
     */
    @Transactional(noRollbackFor = DomainException.class)
    public Optional<Credentials> beginLogin(String email, Client client) {
        var wait = attempts.attempt(email, AuthAction.LOGIN, AttemptLimit.LOGIN, client);
        if (wait.isPresent()) {
            throw IdentityProblem.LOCKED_OUT
                    .because("Wait, or reset the password.")
                    .retryAfter(wait.get());
        }
        return users.credentials(email);
    }

    /**
     * Opens a session for someone whose password was just checked against these credentials; empty if they have changed
     * in between, which a password reset or a deactivation does.
     */
    @Transactional
    public Optional<IssuedTokens> open(Credentials checked, String email, Client client) {
        return users.lock(checked.userId())
                .filter(User::active)
                .filter(user -> users.credentials(email).equals(Optional.of(checked)))
                .map(user -> openFor(user, client));
    }

    /** Trades a refresh token for the next pair, see {@link RefreshToken#verdict}. */
    @Transactional(noRollbackFor = DomainException.class) // ending a stolen session must outlive the refusal
    public IssuedTokens refresh(String refreshToken, Client client) {
        var hash = Fingerprint.ofSecret(refreshToken);
        var owner = tokens.findByHash(hash)
                .flatMap(found -> users.lock(found.userId()))
                .filter(User::active)
                .orElseThrow(SessionService::over);
        // Read again: only under the lock does the token stay as it is.
        var presented = tokens.findByHash(hash).orElseThrow(SessionService::over);
        var now = clock.instant();
        return switch (presented.verdict(now)) {
            case ROTATE -> rotate(owner, presented, client, now);
            case RETRIED ->
                rotate(owner, tokens.findActive(presented.familyId()).orElseThrow(SessionService::over), client, now);
            case STOLEN -> {
                tokens.revoke(owner.id(), presented.familyId(), now);
                throw over();
            }
            case OVER -> throw over();
        };
    }

    /** Ends the session that this refresh token belongs to; an unknown token is as good as logged out. */
    @Transactional
    public void logout(String refreshToken) {
        tokens.findByHash(Fingerprint.ofSecret(refreshToken)).ifPresent(token -> {
            users.lock(token.userId());
            tokens.revoke(token.userId(), token.familyId(), clock.instant());
        });
    }

    /**
     * Opens a session whose one access token lasts, for clients that know no refresh; empty under the conditions of
     * {@link #open}.
     */
    @Transactional
    public Optional<LastingLogin> openLasting(Credentials checked, String email, Client client) {
        return users.lock(checked.userId())
                .filter(User::active)
                .filter(user -> users.credentials(email).equals(Optional.of(checked)))
                .map(user -> openLastingFor(user, client));
    }

    /** Whether a session is neither over nor revoked, and its person active and of that role. */
    public boolean isLive(SessionId session, Role role) {
        return views.roleIn(session, clock.instant()).filter(role::equals).isPresent();
    }

    /** The actor's sessions, newest login first. */
    public Page<SessionView> list(Actor actor, SessionId current, PageRequest page) {
        var rows = views.sessions(actor.userId(), current, clock.instant(), page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(LIST, row.id()));
    }

    /** Ends one of the actor's sessions; anybody else's is not found. */
    @Transactional
    public void end(Actor actor, SessionId session) {
        users.lock(actor.userId());
        if (!tokens.revoke(actor.userId(), session, clock.instant())) {
            throw KernelProblem.NOT_FOUND.because("You have no such session, or it is over already.");
        }
    }

    private IssuedTokens openFor(User user, Client client) {
        var now = clock.instant();
        var secret = secrets.next();
        return issue(user, begin(user, secret, client, now), secret, now);
    }

    /** Nobody learns the secret, so the session is never renewed: it ends with its one access token. */
    private LastingLogin openLastingFor(User user, Client client) {
        var now = clock.instant();
        var first = begin(user, secrets.next(), client, now);
        var access = accessTokens.issue(user, first.familyId(), Kind.LASTING, now);
        return new LastingLogin(views.account(user.id()).orElseThrow(SessionService::over), access.value());
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
        attempts.success(user.email(), AuthAction.LOGIN, client);
        return first;
    }

    private IssuedTokens rotate(User owner, RefreshToken current, Client client, Instant now) {
        var secret = secrets.next();
        var next = current.successor(new RefreshTokenId(ids.next()), Fingerprint.ofSecret(secret), client, now);
        if (!tokens.rotate(current.id(), next.id(), now)) {
            throw over();
        }
        tokens.insert(next);
        return issue(owner, next, secret, now);
    }

    private IssuedTokens issue(User user, RefreshToken token, String secret, Instant now) {
        var access = accessTokens.issue(user, token.familyId(), Kind.RENEWED, now);
        return new IssuedTokens(access.value(), access.expiresAt(), secret, token.expiresAt());
    }

    private static DomainException over() {
        return IdentityProblem.SESSION_REVOKED.because("Log in again.");
    }
}
