// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.realworld.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.stereotype.Component;

/** Access token in {@code Authorization: Token <token>}, as RealWorld clients send it beside RFC 6750. */
@Component
final class TokenScheme implements BearerTokenResolver {
    private static final Pattern FORM = Pattern.compile("Token(?: +(.*))?", Pattern.CASE_INSENSITIVE);

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var found = FORM.matcher(header == null ? "" : header);
        if (!found.matches()) {
            return null;
        }
        @Nullable String token = found.group(1);
        if (token == null) {
            throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("The token is missing."));
        }
        return token;
    }
}
