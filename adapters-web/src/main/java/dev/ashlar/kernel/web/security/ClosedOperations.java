package dev.ashlar.kernel.web.security;

import dev.ashlar.kernel.web.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses callers without an access token, unless the handler is a {@link PublicEndpoint}. It asks the handler and no path
 * pattern: {@code /articles/mine} must not be open because {@code /articles/{slug}} is.
 */
record ClosedOperations(SecurityProblems problems) implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean isOpen = request.getUserPrincipal() != null
                || HttpMethod.OPTIONS.matches(request.getMethod()) // names the methods of a path, and changes nothing
                || (handler instanceof HandlerMethod operation && operation.hasMethodAnnotation(PublicEndpoint.class));
        if (!isOpen) {
            problems.commence(request, response, new InsufficientAuthenticationException("no access token"));
        }
        return isOpen;
    }
}
