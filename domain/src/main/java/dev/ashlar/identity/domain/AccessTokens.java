package dev.ashlar.identity.domain;

import dev.ashlar.identity.SessionId;
import java.time.Instant;

/** Issues the short-lived tokens that requests carry. */
public interface AccessTokens {
    AccessToken issue(User user, SessionId session, Instant now);

    /** A signed token and when it ends; the token is never printed. */
    record AccessToken(String value, Instant expiresAt) {
        @Override
        public String toString() {
            return "AccessToken[value=hidden, expiresAt=" + expiresAt + "]";
        }
    }
}
