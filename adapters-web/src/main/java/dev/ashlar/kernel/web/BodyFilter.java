package dev.ashlar.kernel.web;

import dev.ashlar.kernel.application.Idempotency;
import dev.ashlar.kernel.web.problem.BodyTooLargeException;
import dev.ashlar.kernel.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/**
 * Limit of the size of bodies: a large one is refused by its announced length, or while it is read if it announces none. The
 * body of a request with an idempotency key is kept as well.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 10)
final class BodyFilter extends OncePerRequestFilter {
    private final int limit;
    private final ProblemWriter problems;

    BodyFilter(WebProperties properties, ProblemWriter problems) {
        this.limit = Math.toIntExact(properties.maxBodySize().toBytes());
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (length > limit) {
            problems.write(new BodyTooLargeException(limit).refusal(), request, response);
        } else if (length < 0 || request.getHeader(Idempotency.KEY_HEADER) != null) {
            chain.doFilter(new LimitedBody(request, limit), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static final class LimitedBody extends ContentCachingRequestWrapper {
        LimitedBody(HttpServletRequest request, int limit) {
            super(request, limit);
        }

        /** Spring's class would name one that the request does not name, and the body would be read in it. */
        @Override
        @SuppressWarnings("NullAway") // may be null by the contract of servlets
        public String getCharacterEncoding() {
            return getRequest().getCharacterEncoding();
        }

        @Override
        protected void handleContentOverflow(int limit) {
            throw new BodyTooLargeException(limit);
        }
    }
}
