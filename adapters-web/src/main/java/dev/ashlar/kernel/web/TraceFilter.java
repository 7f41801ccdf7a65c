package dev.ashlar.kernel.web;

import dev.ashlar.kernel.web.problem.Traces;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.CurrentTraceContext;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Spring's observation of requests, which continues the caller's trace, and tells its id in the answer. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class TraceFilter extends ServerHttpObservationFilter {
    private final Traces traces;
    private final CurrentTraceContext current;

    TraceFilter(ObservationRegistry observations, Traces traces, Tracer tracer) {
        super(observations);
        this.traces = traces;
        this.current = tracer.currentTraceContext();
    }

    /** An error page is part of its request, and its log lines carry the same trace. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void onScopeOpened(Observation.Scope scope, HttpServletRequest request, HttpServletResponse response) {
        traces.mark(response, request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            super.doFilterInternal(request, response, chain);
            return;
        }
        try (var _ = current.maybeScope(traces.of(request))) {
            traces.mark(response, request);
            chain.doFilter(request, response);
        }
    }
}
