package dev.ashlar.identity.domain;

import dev.ashlar.identity.SessionId;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Link of a session: a secret that buys one access token and its own successor. Only the secret's SHA-256 is known here. At
 * most one token of a session is active.
 */
public record RefreshToken(
        RefreshTokenId id,
        Session session,
        String tokenHash,
        State state,
        Client client,
        Instant expiresAt,
        Instant createdAt,
        Instant updatedAt) {
    public static final Duration LIFETIME = Duration.ofDays(30);
    /** Time in which a token may be sent again: a client that never got the answer is no thief. */
    public static final Duration GRACE = Duration.ofSeconds(30);

    /** Creates the first token of a new session. */
    public static RefreshToken open(
            RefreshTokenId id, SessionId session, UserId userId, String tokenHash, Client client, Instant now) {
        return active(id, new Session(session, userId, now), tokenHash, client, now);
    }

    /** Creates the token that replaces this one. */
    public RefreshToken successor(RefreshTokenId nextId, String nextHash, Client nextClient, Instant now) {
        return active(nextId, session, nextHash, nextClient, now);
    }

    /** Judges the presentation of this token. */
    public Verdict verdict(Instant now) {
        if (!now.isBefore(expiresAt)) {
            return Verdict.OVER;
        }
        return switch (state.status()) {
            case ACTIVE -> Verdict.ROTATE;
            case ROTATED -> withinGrace(now) ? Verdict.RETRIED : Verdict.STOLEN;
            case REVOKED -> Verdict.OVER;
        };
    }

    public SessionId familyId() {
        return session.familyId();
    }

    public UserId userId() {
        return session.userId();
    }

    private boolean withinGrace(Instant now) {
        var rotatedAt = state.rotatedAt();
        return rotatedAt != null && !now.isAfter(rotatedAt.plus(GRACE));
    }

    private static RefreshToken active(
            RefreshTokenId id, Session session, String tokenHash, Client client, Instant now) {
        return new RefreshToken(id, session, tokenHash, State.ACTIVE, client, now.plus(LIFETIME), now, now);
    }

    /**
     * Login that the token belongs to.
     *
     * @param familyId id of the session, shared by all tokens that succeed each other
     * @param startedAt time of the login
     */
    public record Session(SessionId familyId, UserId userId, Instant startedAt) {}

    /**
     * Position in the lifecycle.
     *
     * @param replacedBy the successor; null until rotated
     * @param rotatedAt time of use; null until rotated
     */
    public record State(
            RefreshTokenStatus status,
            @Nullable RefreshTokenId replacedBy,
            @Nullable Instant rotatedAt) {
        static final State ACTIVE = new State(RefreshTokenStatus.ACTIVE, null, null);
    }

    /** Meaning of a presented token. */
    public enum Verdict {
        /** Active: rotate it. */
        ROTATE,
        /** Used a moment ago, so the answer was lost: rotate the active token of its session. */
        RETRIED,
        /** Used long ago, so two parties hold it: end the session for both. */
        STOLEN,
        /** Expired or revoked. */
        OVER
    }
}
