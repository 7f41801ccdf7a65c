package dev.ashlar.kernel.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Renderer of refusals, for Spring MVC and everything around it. */
@Component
public final class ProblemWriter {
    private final JsonMapper json;
    private final List<ErrorForm> otherForms;
    private final Traces traces;

    ProblemWriter(JsonMapper json, ObjectProvider<ErrorForm> otherForms, Traces traces) {
        this.json = json;
        this.otherForms = otherForms.orderedStream().toList();
        this.traces = traces;
    }

    /** Answers outside Spring MVC: in filters, entry points and the server itself. */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        traces.mark(response, request);
        var answer = entity(refusal, request);
        var body = json.writeValueAsString(answer.getBody()).getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Renders the answer in the form that clients of its path expect. */
    ResponseEntity<Object> entity(Refusal refusal, HttpServletRequest request) {
        var path = request.getRequestURI();
        for (var form : otherForms) {
            // The path is null where the request line could not be read.
            if (path != null && form.appliesTo(path)) {
                return form.answer(refusal);
            }
        }
        return ResponseEntity.status(refusal.problem().status())
                .headers(refusal.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(refusal.describedFor(path, traces.of(request).traceId()));
    }
}
