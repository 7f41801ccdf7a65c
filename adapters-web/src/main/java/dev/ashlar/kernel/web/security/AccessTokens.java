// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Claims of access tokens, for their issuer and their readers. */
public final class AccessTokens {
    /** Value of the {@code iss} claim. */
    public static final String ISSUER = "ashlar";

    /** Value of the {@code aud} claim. */
    public static final String AUDIENCE = "ashlar";

    /** Value of the {@code typ} header (RFC 9068), which tells access tokens from all others that the key may sign. */
    public static final String TYPE = "at+jwt";

    /** Longest time that a token may still be valid; a session without a refresh does not last longer. */
    public static final Duration MAX_LIFETIME = Duration.ofDays(14);

    /** Claim with the label of the person's role. The person's id is the subject. */
    public static final String ROLE_CLAIM = "role";

    /** Claim with the session: the family of refresh tokens to which this token belongs. */
    public static final String SESSION_CLAIM = "sid";

    /** Claim that is true if the person's email address is verified, as in OpenID Connect. */
    public static final String VERIFIED_CLAIM = "email_verified";

    private AccessTokens() {}

    /** Returns the person of a verified token. */
    public static UserId userIdOf(Jwt token) {
        return new UserId(UUID.fromString(token.getSubject()));
    }

    /** Returns the role that the person of a verified token had when it was issued. */
    public static Role roleOf(Jwt token) {
        return Objects.requireNonNull(roleOrNull(token), "a token without a role was let in");
    }

    /** Returns the session of a verified token. */
    public static UUID sessionOf(Jwt token) {
        return UUID.fromString(token.getClaimAsString(SESSION_CLAIM));
    }

    /** Returns false if the person's email address was not verified when the token was issued. */
    public static boolean isVerified(Jwt token) {
        return !Boolean.FALSE.equals(token.getClaim(VERIFIED_CLAIM));
    }

    static @Nullable Role roleOrNull(Jwt token) {
        return Labels.find(Role.class, token.getClaims().get(ROLE_CLAIM));
    }
}
