package dev.ashlar.kernel.web.limits;

import dev.ashlar.kernel.web.WebProperties;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Maximum sizes of request bodies by their paths. */
@Component
final class BodySizes {
    private final long usual;
    private final Map<String, Long> byPath;

    BodySizes(WebProperties settings, ObjectProvider<LargeBodies> large) {
        this.usual = settings.maxBodySize().toBytes();
        this.byPath = large.stream()
                .collect(Collectors.toUnmodifiableMap(
                        LargeBodies::path, bodies -> bodies.maxSize().toBytes()));
    }

    /** Returns the maximum size of the request's body in bytes. */
    long maxOf(HttpServletRequest request) {
        return byPath.getOrDefault(request.getRequestURI(), usual);
    }
}
