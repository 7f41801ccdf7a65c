// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.identity.SessionId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/** Refresh tokens of all sessions. Callers that change some hold the user's account, see {@link Users#lock}. */
public interface RefreshTokens {
    /** Stores an active token; a second active token in its session breaks a unique constraint. */
    void insert(RefreshToken token);

    Optional<RefreshToken> findByHash(String tokenHash);

    Optional<RefreshToken> findActive(SessionId family);

    /** Marks an active token as used. False if it was no longer active. */
    boolean rotate(RefreshTokenId id, RefreshTokenId successor, Instant now);

    /** Ends one session of this user. False if it does not exist or has ended. */
    boolean revoke(UserId userId, SessionId family, Instant now);

    /** Ends all sessions of this user. */
    void revokeAll(UserId userId, Instant now);

    /** Ends all sessions of this user but one. */
    void revokeOthers(UserId userId, SessionId kept, Instant now);

    /** Ends the sessions of this user but for a number of them that were opened or refreshed last. */
    void revokeSurplus(UserId userId, int kept, Instant now);

    /** Deletes all tokens of this user, used ones included. */
    void deleteAll(UserId userId);

    /** Deletes at most {@code limit} tokens that expired before the bound. Returns the number of rows. */
    int deleteExpiredBefore(Instant bound, int limit);
}
