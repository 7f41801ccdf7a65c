// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import dev.ashlar.kernel.application.LiveSessions;
import dev.ashlar.kernel.web.SafeMethods;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reader of the access token of a request. With a bad token the caller is anonymous, so that operations that need none ignore it;
 * those that need one refuse the caller with the reason.
 *
 * @param schemes ways to send a token; the first one that a request uses counts
 * <p>Requests that change something are let in by the stored session and not by one in memory, so that nothing is written by a token whose
 * session, account or role ended before the request. It costs them one look-up by key.
 *
 * @param tokens verifies a token
 * @param sessions sessions of the tokens
 */
record TokenReader(List<BearerTokenResolver> schemes, AuthenticationManager tokens, LiveSessions sessions)
        implements AuthenticationConverter, AuthenticationManagerResolver<HttpServletRequest> {
    private static final String BAD_TOKEN = TokenReader.class.getName() + ".BAD_TOKEN";
    private static final Authentication ANONYMOUS = new AnonymousAuthenticationToken(
            "bad-token", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        try {
            return schemes.stream()
                    .map(scheme -> scheme.resolve(request))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(BearerTokenAuthenticationToken::new)
                    .orElse(null);
        } catch (OAuth2AuthenticationException malformed) {
            request.setAttribute(BAD_TOKEN, true);
            return null;
        }
    }

    @Override
    public AuthenticationManager resolve(HttpServletRequest request) {
        return token -> {
            try {
                var caller = (JwtAuthenticationToken) tokens.authenticate(token);
                requireLive(caller.getToken(), !SafeMethods.has(request));
                return caller;
            } catch (OAuth2AuthenticationException refused) {
                request.setAttribute(BAD_TOKEN, true);
                return ANONYMOUS;
            }
        };
    }

    private void requireLive(Jwt token, boolean isChange) {
        var user = AccessTokens.userIdOf(token);
        if (!sessions.isLive(user, AccessTokens.sessionOf(token), AccessTokens.roleOf(token), isChange)) {
            throw new InvalidBearerTokenException("the session has ended");
        }
    }

    /** True if the request has a token that is malformed or was refused. */
    static boolean hasBadToken(HttpServletRequest request) {
        return request.getAttribute(BAD_TOKEN) != null;
    }
}
