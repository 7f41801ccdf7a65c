// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.identity.SessionId;
import dev.ashlar.kernel.Fingerprint;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    /** Time after which a session ends if it is not refreshed. */
    public static final Duration MAX_IDLE = Duration.ofDays(14);
    /** Time after which a session ends however often it is refreshed. */
    public static final Duration MAX_AGE = Duration.ofDays(90);

    /** Creates the first token of a new session. */
    public static RefreshToken open(
            RefreshTokenId id, SessionId session, UserId userId, String tokenHash, Client client, Instant now) {
        return active(id, new Session(session, userId, now), tokenHash, client, now);
    }

    /** Creates the token that replaces this one. */
    public RefreshToken successor(RefreshTokenId nextId, String nextHash, Client nextClient, Instant now) {
        return active(nextId, session, nextHash, nextClient, now);
    }

    /**
     * Returns the secret of a successor. It follows from the secret of its predecessor and the random id of the successor, so that a
     * retry gets the same successor although its secret is stored nowhere.
     */
    public static String secretAfter(String secret, RefreshTokenId successor) {
        return Fingerprint.keyed(secret, successor.value().toString());
    }

    /**
     * Judges the presentation of this token.
     *
     * @param active the active token of the session, if it has one
     */
    public Verdict verdict(Optional<RefreshToken> active, Instant now) {
        if (!now.isBefore(expiresAt) || active.isEmpty()) {
            return Verdict.OVER;
        }
        return switch (state.status()) {
            case ACTIVE -> Verdict.ROTATE;
            case ROTATED -> active.get().id().equals(state.replacedBy()) ? Verdict.RETRY : Verdict.STOLEN;
            case REVOKED -> Verdict.OVER;
        };
    }

    public SessionId familyId() {
        return session.familyId();
    }

    public UserId userId() {
        return session.userId();
    }

    private static RefreshToken active(
            RefreshTokenId id, Session session, String tokenHash, Client client, Instant now) {
        var idle = now.plus(MAX_IDLE);
        var old = session.startedAt().plus(MAX_AGE);
        return new RefreshToken(
                id, session, tokenHash, State.ACTIVE, client, idle.isBefore(old) ? idle : old, now, now);
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
        /** Used, but its successor never was, so the answer was lost: answer with the same successor. */
        RETRY,
        /** Used, and so was its successor, so two parties hold the session: end it for both. */
        STOLEN,
        /** Expired or revoked. */
        OVER
    }
}
