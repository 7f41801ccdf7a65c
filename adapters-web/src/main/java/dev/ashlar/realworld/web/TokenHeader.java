package dev.ashlar.realworld.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/** Access token in {@code Authorization: <scheme> <token>}, for another scheme than RFC 6750. */
final class TokenHeader implements BearerTokenResolver {
    private final Pattern form;

    TokenHeader(String scheme) {
        form = Pattern.compile(Pattern.quote(scheme) + "(?: +(.*))?", Pattern.CASE_INSENSITIVE);
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var ours = form.matcher(header == null ? "" : header);
        if (!ours.matches()) {
            return null;
        }
        @Nullable String token = ours.group(1);
        if (token == null) {
            throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("there is none"));
        }
        return token;
    }
}
