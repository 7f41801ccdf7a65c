package dev.ashlar.kernel.web.limits;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.web.problem.ProblemWriter;
import dev.ashlar.kernel.web.problem.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses requests of an address that sends too many, before anything is spent on them but their trace. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
final class FloodFilter extends OncePerRequestFilter {
    private final RateLimits limits;
    private final ProblemWriter problems;

    FloodFilter(RateLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            limits.use(RateLimitKind.ADDRESS, request, response);
        } catch (DomainException refused) {
            problems.write(Refusal.of(refused), request, response);
            return;
        }
        chain.doFilter(request, response);
    }
}
