package dev.ashlar.kernel.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * Reads the access token from {@code Authorization: Bearer <token>} (RFC 6750), or from {@code Authorization: Token <token>}, as
 * clients of the RealWorld API send it. Nowhere else may a token stand.
 */
final class TokenHeader implements BearerTokenResolver {
    private static final Pattern OURS = Pattern.compile("(?:Bearer|Token)(?: +(.*))?", Pattern.CASE_INSENSITIVE);

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var ours = OURS.matcher(header == null ? "" : header);
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
