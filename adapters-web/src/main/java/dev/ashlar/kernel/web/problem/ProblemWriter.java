// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Renderer of refusals, for Spring MVC and everything around it. */
@Component
public final class ProblemWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    private final JsonMapper json;
    private final List<ErrorForm> otherForms;
    private final Traces traces;
    private final HeaderWriter securityHeaders;

    ProblemWriter(JsonMapper json, ObjectProvider<ErrorForm> otherForms, Traces traces, HeaderWriter securityHeaders) {
        this.json = json;
        this.otherForms = otherForms.orderedStream().toList();
        this.traces = traces;
        this.securityHeaders = securityHeaders;
    }

    /** Answers outside Spring MVC: in filters, entry points and the server itself, with all that filters would add. */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return;
        }
        traces.mark(response, request);
        securityHeaders.writeHeaders(request, response);
        var answer = entity(refusal, request);
        var body = json.writeValueAsBytes(answer.getBody());
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (IOException callerIsGone) {
            LOG.debug("Answer lost", callerIsGone);
        }
    }

    /** Renders the answer in the form that clients of its path expect. */
    ResponseEntity<Object> entity(Refusal refusal, HttpServletRequest request) {
        // The path is null if the request line could not be read.
        var path = Objects.requireNonNullElse(request.getRequestURI(), "/");
        for (var form : otherForms) {
            if (form.appliesTo(path)) {
                return form.answer(refusal);
            }
        }
        return ResponseEntity.status(refusal.problem().status())
                .headers(refusal.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(refusal.describedFor(path, traces.of(request).traceId()));
    }
}
