package dev.ashlar.kernel.web;

import dev.ashlar.kernel.web.problem.Traces;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Spring's observation of requests, which continues the caller's trace, and tells its id in the answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class TraceFilter extends ServerHttpObservationFilter {
    private final Traces traces;

    TraceFilter(ObservationRegistry observations, Traces traces) {
        super(observations);
        this.traces = traces;
    }

    @Override
    protected void onScopeOpened(Observation.Scope scope, HttpServletRequest request, HttpServletResponse response) {
        traces.mark(response, request);
    }
}
