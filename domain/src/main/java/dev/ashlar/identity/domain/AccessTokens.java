// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.identity.SessionId;
import java.time.Instant;

/** Issuer of the access tokens that requests carry. */
public interface AccessTokens {
    AccessToken issue(User user, SessionId session, Kind kind, Instant now);

    /** Lifetime of a token. */
    enum Kind {
        /** Minutes: a refresh token buys the next one. */
        RENEWED,
        /** Hours, for clients that cannot refresh a token; ending the session ends the token earlier. */
        LASTING
    }

    /** Signed token with its expiry. The token is never printed. */
    record AccessToken(String value, Instant expiresAt) {
        @Override
        public String toString() {
            return "AccessToken[value=hidden, expiresAt=" + expiresAt + "]";
        }
    }
}
