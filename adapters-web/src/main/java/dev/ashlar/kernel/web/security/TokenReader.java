// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

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
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reader of the access token of a request. With a bad token the caller is anonymous, so that operations that need none ignore it;
 * those that need one refuse the caller with the reason.
 *
 * @param schemes ways to send a token; the first one that a request uses counts
 * @param tokens verifies a token
 */
record TokenReader(List<BearerTokenResolver> schemes, AuthenticationManager tokens)
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
                return tokens.authenticate(token);
            } catch (OAuth2AuthenticationException refused) {
                request.setAttribute(BAD_TOKEN, true);
                return ANONYMOUS;
            }
        };
    }

    /** True if the request has a token that is malformed or was refused. */
    static boolean hasBadToken(HttpServletRequest request) {
        return request.getAttribute(BAD_TOKEN) != null;
    }
}
