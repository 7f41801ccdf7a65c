package dev.ashlar.kernel.web.security;

import dev.ashlar.kernel.application.LiveSessions;
import dev.ashlar.kernel.web.json.TextForm;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Check of the claims of a token: its subject is a user's id, its role is known, it expires soon enough, and its session lives and
 * belongs to this user with this role. A valid signature alone opens nothing.
 *
 * @param standard checks the standard claims, before the session is looked up
 */
record TokenCheck(OAuth2TokenValidator<Jwt> standard, LiveSessions sessions) implements OAuth2TokenValidator<Jwt> {
    private static final OAuth2TokenValidatorResult REFUSED = OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "claims are not valid, or the session has ended", null));

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var result = standard.validate(token);
        return result.hasErrors() || (expiresInTime(token) && isWellFormed(token) && isLive(token)) ? result : REFUSED;
    }

    private static boolean expiresInTime(Jwt token) {
        var expiresAt = token.getExpiresAt();
        return expiresAt != null && expiresAt.isBefore(Instant.now().plus(AccessTokens.MAX_LIFETIME));
    }

    private static boolean isWellFormed(Jwt token) {
        return TextForm.isUuid(token.getSubject())
                && token.getClaims().get(AccessTokens.SESSION_CLAIM) instanceof String session
                && TextForm.isUuid(session)
                && AccessTokens.roleOrNull(token) != null;
    }

    private boolean isLive(Jwt token) {
        return sessions.isLive(AccessTokens.userIdOf(token), AccessTokens.sessionOf(token), AccessTokens.roleOf(token));
    }
}
