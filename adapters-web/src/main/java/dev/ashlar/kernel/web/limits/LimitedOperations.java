package dev.ashlar.kernel.web.limits;

import dev.ashlar.kernel.web.security.AccessTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses requests of a caller that sends too many, once operation and caller are known and before the body is read. */
@Component
public final class LimitedOperations implements HandlerInterceptor {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final RateLimits limits;

    LimitedOperations(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation) {
            var declared = operation.getMethodAnnotation(RateLimited.class);
            if (declared != null) {
                limits.use(declared.value(), ClientAddress.of(request), response);
            } else if (request.getUserPrincipal() instanceof JwtAuthenticationToken caller) {
                limits.use(kindOf(request, caller), caller.getName(), response);
            }
        }
        return true;
    }

    private static RateLimitKind kindOf(HttpServletRequest request, JwtAuthenticationToken caller) {
        return READING.contains(request.getMethod()) || AccessTokens.isVerified(caller.getToken())
                ? RateLimitKind.CALLER
                : RateLimitKind.UNVERIFIED;
    }
}
