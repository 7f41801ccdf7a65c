package dev.ashlar.kernel.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/** Hands Spring MVC the handler that {@link OpenOperations} has found for the same request, so that it is not looked for twice. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FoundHandlers implements HandlerMapping {
    private static final String FOUND = FoundHandlers.class.getName();

    static void keep(HandlerExecutionChain found, HttpServletRequest request) {
        request.setAttribute(FOUND, found);
    }

    /** Once, and to the request itself: what it is forwarded to, and what tells its error, have other handlers. */
    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        var found = (HandlerExecutionChain) request.getAttribute(FOUND);
        request.removeAttribute(FOUND);
        return request.getDispatcherType() == DispatcherType.REQUEST ? found : null;
    }
}
