package dev.ashlar.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Handler mapping that compares a request only with operations whose path has the same beginning. For paths with a variable Spring MVC
 * would compare it with all operations. It still decides if no operation or more than one is left.
 */
class OperationMapping extends RequestMappingHandlerMapping {
    private static final char ESCAPE = '%';

    private Map<String, Map<RequestMappingInfo, HandlerMethod>> byBeginning = Map.of();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> operations) {
        super.handlerMethodsInitialized(operations);
        var found = new HashMap<String, Map<RequestMappingInfo, HandlerMethod>>();
        operations.forEach((operation, handler) -> operation
                .getPatternValues()
                .forEach(path -> found.computeIfAbsent(beginningOf(path), beginning -> new HashMap<>())
                        .put(operation, handler)));
        byBeginning = found;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        boolean mayBeSpeltOtherwise = path.indexOf(ESCAPE) >= 0;
        boolean hasNoVariable = byBeginning.containsKey(path);
        return mayBeSpeltOtherwise || hasNoVariable
                ? super.lookupHandlerMethod(path, request)
                : lookupByBeginning(path, request);
    }

    private @Nullable HandlerMethod lookupByBeginning(String path, HttpServletRequest request) throws Exception {
        RequestMappingInfo match = null;
        HandlerMethod handler = null;
        for (int end = path.indexOf('/') + 1; end > 0; end = path.indexOf('/', end) + 1) {
            for (var candidate :
                    byBeginning.getOrDefault(path.substring(0, end), Map.of()).entrySet()) {
                var another = getMatchingMapping(candidate.getKey(), request);
                if (another != null && match != null) {
                    return super.lookupHandlerMethod(path, request);
                }
                if (another != null) {
                    match = another;
                    handler = candidate.getValue();
                }
            }
        }
        if (match == null || handler == null) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, handler);
        handleMatch(match, path, request);
        return handler;
    }

    /** Returns the path up to the last slash before the first variable; all of it if it has none. */
    static String beginningOf(String path) {
        var fixed = path.split("[{*?]", 2)[0];
        return fixed.length() == path.length() ? path : fixed.substring(0, fixed.lastIndexOf('/') + 1);
    }

    @Component
    static final class Registration implements WebMvcRegistrations {
        @Override
        public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
            return new OperationMapping();
        }
    }
}
