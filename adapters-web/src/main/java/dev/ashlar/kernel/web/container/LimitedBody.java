package dev.ashlar.kernel.web.container;

import dev.ashlar.kernel.web.problem.BodyTooLargeException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Request whose body fails to be read beyond a limit, and is kept for a comparison with an earlier one. */
final class LimitedBody extends ContentCachingRequestWrapper {
    LimitedBody(HttpServletRequest request, int limit) {
        super(request, limit);
    }

    @Override
    protected void handleContentOverflow(int limit) {
        throw new BodyTooLargeException(limit);
    }
}
