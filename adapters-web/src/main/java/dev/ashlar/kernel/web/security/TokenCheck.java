package dev.ashlar.kernel.web.security;

import dev.ashlar.kernel.application.LiveSessions;
import dev.ashlar.kernel.web.json.TextForm;
import java.util.UUID;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Check of the claims of a token: its subject is a person's id, its role is known, it expires, and its session, if it has one, lives
 * and has this role.
 *
 * @param standard checks the standard claims, before the session is looked up
 */
record TokenCheck(OAuth2TokenValidator<Jwt> standard, LiveSessions sessions) implements OAuth2TokenValidator<Jwt> {
    private static final OAuth2TokenValidatorResult REFUSED = OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "claims are not valid, or the session has ended", null));

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var result = standard.validate(token);
        if (result.hasErrors()) {
            return result;
        }
        return token.getExpiresAt() != null
                        && TextForm.isUuid(token.getSubject())
                        && AccessTokens.roleOrNull(token) != null
                        && isLive(token)
                ? result
                : REFUSED;
    }

    private boolean isLive(Jwt token) {
        if (!token.hasClaim(AccessTokens.SESSION_CLAIM)) {
            return true;
        }
        var session = token.getClaimAsString(AccessTokens.SESSION_CLAIM);
        return TextForm.isUuid(session) && sessions.isLive(UUID.fromString(session), AccessTokens.roleOf(token));
    }
}
