package dev.ashlar.kernel.web.security;

import dev.ashlar.kernel.web.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Who may call an operation at all: everybody with a valid token; without one, only where the handler says so. The
 * handler is looked up as Spring MVC will, and not guessed from path patterns: {@code /articles/mine} must not be open
 * because {@code /articles/{slug}} is.
 */
@Component
final class OpenOperations implements AuthorizationManager<RequestAuthorizationContext> {
    private static final AuthorizationDecision OPEN = new AuthorizationDecision(true);
    private static final AuthorizationDecision CLOSED = new AuthorizationDecision(false);

    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();
    private final ObjectProvider<HandlerMapping> mappings;

    /** Looked up once, with the first request: to look for beans by their type takes longer than all else here. */
    private volatile @Nullable List<HandlerMapping> known;

    OpenOperations(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
        return trust.isAuthenticated(caller.get()) || isOpen(context.getRequest()) ? OPEN : CLOSED;
    }

    private boolean isOpen(HttpServletRequest request) {
        if (HttpMethod.OPTIONS.matches(request.getMethod())) {
            return true; // It tells which methods there are, and does nothing.
        }
        ServletRequestPathUtils.parseAndCache(request);
        try {
            for (var mapping : known()) {
                var found = mapping.getHandler(request);
                if (found != null) {
                    boolean isOpen = found.getHandler() instanceof HandlerMethod handler
                            && handler.hasMethodAnnotation(PublicEndpoint.class);
                    if (isOpen) {
                        FoundHandlers.keep(found, request);
                    }
                    return isOpen;
                }
            }
            return true; // Nothing is there: the answer will be 404 for everybody.
        } catch (HttpRequestMethodNotSupportedException | HttpMediaTypeException noHandlerWillRun) {
            return true;
        } catch (Exception unexpected) {
            return false;
        }
    }

    private List<HandlerMapping> known() {
        var found = known;
        if (found == null) {
            found = mappings.orderedStream().toList();
            known = found;
        }
        return found;
    }
}
