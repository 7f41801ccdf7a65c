// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.limits;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.web.SafeMethods;
import dev.ashlar.kernel.web.problem.ProblemWriter;
import dev.ashlar.kernel.web.problem.Refusal;
import dev.ashlar.kernel.web.security.AccessTokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Filter that refuses requests of an address that sends too many, before anything is spent on them but their trace, and interceptor
 * that refuses those of a caller who sends too many or too large ones, once operation and caller are known.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
public final class LimitedRequests extends OncePerRequestFilter implements HandlerInterceptor {
    private final RateLimits limits;
    private final BodyFilter bodies;
    private final ProblemWriter problems;

    LimitedRequests(RateLimits limits, BodyFilter bodies, ProblemWriter problems) {
        this.limits = limits;
        this.bodies = bodies;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            limits.use(RateLimited.Kind.ADDRESS, request, response);
        } catch (DomainException refused) {
            problems.write(Refusal.of(refused), request, response);
            return;
        }
        chain.doFilter(request, response);
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

    /** Counts a request whose body tells that it is of this kind, and refuses it if nothing is left of the quota. */
    public void count(RateLimited.Kind kind, HttpServletRequest request, HttpServletResponse response) {
        limits.use(kind, request, response);
    }

    private static RateLimited.Kind kindOf(HttpServletRequest request, JwtAuthenticationToken caller) {
        return SafeMethods.has(request) || AccessTokens.isVerified(caller.getToken())
                ? RateLimited.Kind.CALLER
                : RateLimited.Kind.UNVERIFIED;
    }
}
