package dev.ashlar.kernel.web.container;

import dev.ashlar.kernel.web.problem.BodyTooLargeException;
import dev.ashlar.kernel.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps bodies small: a large one is refused by its announced length, or while it is read if it announces none. Keeps
 * the body of a request that may be replayed, whose bytes tell it from another one; all others pass through untouched.
 */
@Component
@Order(BodyFilter.AFTER_SECURITY)
final class BodyFilter extends OncePerRequestFilter {
    /** Nothing is read for a caller who may not call. Spring Security's own filter stands at -100. */
    static final int AFTER_SECURITY = -90;

    private static final int UNKNOWN_LENGTH = -1;

    private final long limit;
    private final ProblemWriter problems;

    BodyFilter(WebProperties properties, ProblemWriter problems) {
        this.limit = properties.maxBodySize().toBytes();
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit) {
            problems.write(new BodyTooLargeException(limit).refusal(), request, response);
        } else if (request.getHeader(KeptBody.WHEN_PRESENT) != null) {
            keepBody(request, response, chain);
        } else if (request.getContentLengthLong() == UNKNOWN_LENGTH) {
            chain.doFilter(new LimitedBody(request, limit), response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void keepBody(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        KeptBody kept;
        try {
            kept = KeptBody.of(request, limit);
        } catch (BodyTooLargeException tooLarge) {
            problems.write(tooLarge.refusal(), request, response);
            return;
        }
        chain.doFilter(kept, response);
    }
}
