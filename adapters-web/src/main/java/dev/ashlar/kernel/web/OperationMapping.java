package dev.ashlar.kernel.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Looks closely only at operations whose path can be meant. For a path with a variable, Spring MVC would compare methods, headers
 * and media types of all operations there are before it looks at their paths.
 */
final class OperationMapping extends RequestMappingHandlerMapping {
    private static final char ESCAPE = '%';

    private final Map<RequestMappingInfo, String> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo operation, HttpServletRequest request) {
        var path = ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .value();
        return path.startsWith(beginnings.computeIfAbsent(operation, OperationMapping::beginningOf))
                        || path.indexOf(ESCAPE) >= 0 // may spell the beginning in another way
                ? super.getMatchingMapping(operation, request)
                : null;
    }

    /** Its path up to the first variable; nothing for an operation with several paths. */
    static String beginningOf(RequestMappingInfo operation) {
        var paths = operation.getPatternValues();
        return paths.size() == 1 ? paths.iterator().next().split("[{*?]", 2)[0] : "";
    }
}
