package dev.ashlar.identity.domain;

import dev.ashlar.identity.SessionId;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One link of a session: a secret that buys one access token and its own successor. Only the secret's SHA-256 is known
 * here. At most one token of a family is active.
 *
 * @param familyId the session
 * @param replacedBy the successor; null until rotated
 * @param sessionStartedAt when the person logged in; the same in the whole family
 * @param rotatedAt when it was used; null until then
 */
public record RefreshToken(
        RefreshTokenId id,
        SessionId familyId,
        UserId userId,
        String tokenHash,
        RefreshTokenStatus status,
        @Nullable RefreshTokenId replacedBy,
        Instant sessionStartedAt,
        @Nullable Instant rotatedAt,
        Instant expiresAt,
        @Nullable String userAgent,
        @Nullable String ip,
        Instant createdAt,
        Instant updatedAt) {
    public static final Duration LIFETIME = Duration.ofDays(30);
    /** A client that never got the answer sends the same token again; within this time that is no theft. */
    public static final Duration GRACE = Duration.ofSeconds(30);

    /** The first token of a new session. */
    public static RefreshToken open(
            RefreshTokenId id, SessionId session, UserId userId, String tokenHash, Client client, Instant now) {
        return active(id, session, userId, tokenHash, now, client, now);
    }

    /** The token that takes this one's place. */
    public RefreshToken successor(RefreshTokenId nextId, String nextHash, Client client, Instant now) {
        return active(nextId, familyId, userId, nextHash, sessionStartedAt, client, now);
    }

    /** What presenting this token means now. */
    public Verdict verdict(Instant now) {
        if (!now.isBefore(expiresAt)) {
            return Verdict.OVER;
        }
        return switch (status) {
            case ACTIVE -> Verdict.ROTATE;
            case ROTATED -> withinGrace(now) ? Verdict.RETRIED : Verdict.STOLEN;
            case REVOKED -> Verdict.OVER;
        };
    }

    private boolean withinGrace(Instant now) {
        return rotatedAt != null && !now.isAfter(rotatedAt.plus(GRACE));
    }

    private static RefreshToken active(
            RefreshTokenId id,
            SessionId session,
            UserId userId,
            String tokenHash,
            Instant sessionStartedAt,
            Client client,
            Instant now) {
        return new RefreshToken(
                id,
                session,
                userId,
                tokenHash,
                RefreshTokenStatus.ACTIVE,
                null,
                sessionStartedAt,
                null,
                now.plus(LIFETIME),
                client.userAgent(),
                client.ip(),
                now,
                now);
    }

    /** What presenting a token means. */
    public enum Verdict {
        /** Its turn: rotate it. */
        ROTATE,
        /** Used a moment ago, so the answer was lost: rotate whatever is active in its family. */
        RETRIED,
        /** Used long ago: two parties hold it, so the session ends for both. */
        STOLEN,
        /** Expired or revoked. */
        OVER
    }
}
