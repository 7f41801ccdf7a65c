package dev.ashlar.kernel.web.limits;

import dev.ashlar.kernel.web.security.AccessTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses requests of a caller that sends too many or too large ones, once operation and caller are known. */
@Component
public final class LimitedOperations implements HandlerInterceptor {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final RateLimits limits;
    private final BodyFilter bodies;

    LimitedOperations(RateLimits limits, BodyFilter bodies) {
        this.limits = limits;
        this.bodies = bodies;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod operation) {
            var declared = operation.getMethodAnnotation(RateLimited.class);
            if (declared != null) {
                limits.use(declared.value(), request, response);
            } else if (request.getUserPrincipal() instanceof JwtAuthenticationToken caller) {
                limits.use(kindOf(request, caller), request, response);
            }
        }
        if (request.getContentLengthLong() > bodies.maxSizeOf(request)) {
            throw new MaxUploadSizeExceededException(bodies.maxSizeOf(request));
        }
        return true;
    }

    private static RateLimitKind kindOf(HttpServletRequest request, JwtAuthenticationToken caller) {
        return READING.contains(request.getMethod()) || AccessTokens.isVerified(caller.getToken())
                ? RateLimitKind.CALLER
                : RateLimitKind.UNVERIFIED;
    }
}
