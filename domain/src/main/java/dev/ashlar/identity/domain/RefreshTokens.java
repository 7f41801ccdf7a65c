package dev.ashlar.identity.domain;

import dev.ashlar.identity.SessionId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/** The refresh tokens of all sessions. Whoever changes some holds their account, see {@link Users#lock}. */
public interface RefreshTokens {
    /** Stores an active token; a second active one in its family breaks a unique constraint. */
    void insert(RefreshToken token);

    Optional<RefreshToken> findByHash(String tokenHash);

    Optional<RefreshToken> findActive(SessionId family);

    /** Marks an active token as used. False if it was not active any more. */
    boolean rotate(RefreshTokenId id, RefreshTokenId successor, Instant now);

    /** Ends one session of this person; false if it is not there or already over. */
    boolean revoke(UserId userId, SessionId family, Instant now);

    /** Ends all sessions of this person. */
    void revokeAll(UserId userId, Instant now);

    /** Ends all sessions of this person but one. */
    void revokeOthers(UserId userId, SessionId kept, Instant now);

    /** Forgets tokens that expired before the bound; at most {@code limit} in one call. Returns how many. */
    int deleteExpiredBefore(Instant bound, int limit);
}
