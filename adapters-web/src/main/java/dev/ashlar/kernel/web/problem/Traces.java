// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.CurrentTraceContext;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Spring's observation of requests, which continues the caller's trace (W3C). The id of the trace is in the answer, in its problem
 * and in every log line of the request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
public final class Traces extends ServerHttpObservationFilter {
    /** Header of requests and answers. */
    public static final String HEADER = "traceparent";

    private static final String ATTRIBUTE = Traces.class.getName();

    private final Tracer tracer;

    Traces(ObservationRegistry observations, Tracer tracer) {
        super(observations);
        this.tracer = tracer;
    }

    @Override
    protected void onScopeOpened(Observation.Scope scope, HttpServletRequest request, HttpServletResponse response) {
        mark(response, request);
    }

    /** Returns the trace of a request: the current one, or a new one if the request has failed before it got any. */
    public TraceContext of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof TraceContext known) {
            return known;
        }
        var span = tracer.currentSpan();
        var trace = (span == null ? tracer.nextSpan() : span).context();
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }

    /** Continues the trace of a request in the log lines of a failure that has left all filters. */
    public CurrentTraceContext.Scope resume(ServletRequest request) {
        return tracer.currentTraceContext().maybeScope(of(request));
    }

    /** Tells the caller the trace of the request. */
    public void mark(HttpServletResponse response, HttpServletRequest request) {
        var trace = of(request);
        var flags = Boolean.TRUE.equals(trace.sampled()) ? "01" : "00";
        response.setHeader(HEADER, "00-" + trace.traceId() + '-' + trace.spanId() + '-' + flags);
    }
}
