package dev.ashlar.kernel.web.security;

import static dev.ashlar.kernel.web.security.AccessTokens.SESSION_CLAIM;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Lets only tokens in whose subject is a person's id, whose role is one of ours, whose session, if named, can be one, and
 * which end. */
final class AshlarClaims implements OAuth2TokenValidator<Jwt> {
    private static final OAuth2TokenValidatorResult REFUSED = OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "subject, role or expiry is not ours", null));

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return token.getExpiresAt() != null
                        && isUuid(token.getSubject())
                        && AccessTokens.roleOrNull(token) != null
                        && (!token.hasClaim(SESSION_CLAIM) || isUuid(token.getClaimAsString(SESSION_CLAIM)))
                ? OAuth2TokenValidatorResult.success()
                : REFUSED;
    }

    private static boolean isUuid(@Nullable String text) {
        try {
            return text != null && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException notAUuid) {
            return false;
        }
    }
}
