package dev.ashlar.kernel.web.security;

import dev.ashlar.kernel.application.LiveSessions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Lets a token that is good in itself pass as long as its session lives and its role is still the person's. */
final class LiveSessionCheck implements OAuth2TokenValidator<Jwt> {
    private static final OAuth2TokenValidatorResult OVER = OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "the session is over", null));

    private final OAuth2TokenValidator<Jwt> inItself;
    private final LiveSessions sessions;

    LiveSessionCheck(OAuth2TokenValidator<Jwt> inItself, LiveSessions sessions) {
        this.inItself = inItself;
        this.sessions = sessions;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        var result = inItself.validate(token);
        if (result.hasErrors()) {
            return result;
        }
        @Nullable UUID session = AccessTokens.sessionOrNull(token);
        return session == null || sessions.isLive(session, AccessTokens.roleOf(token)) ? result : OVER;
    }
}
