package dev.ashlar.identity.domain;

import dev.ashlar.identity.SessionId;
import java.time.Instant;

/** Issues the tokens that requests carry. */
public interface AccessTokens {
    AccessToken issue(User user, SessionId session, Kind kind, Instant now);

    /** How long a token is good for. */
    enum Kind {
        /** Minutes: a refresh token brings the next one. */
        RENEWED,
        /** Hours, for clients that cannot refresh a token; ending the session ends the token earlier. */
        LASTING
    }

    /** A signed token and when it ends; the token is never printed. */
    record AccessToken(String value, Instant expiresAt) {
        @Override
        public String toString() {
            return "AccessToken[value=hidden, expiresAt=" + expiresAt + "]";
        }
    }
}
