package dev.ashlar.kernel.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Puts a refusal into an answer, for Spring MVC and for everything around it. */
@Component
public final class ProblemWriter {
    private static final MediaType REAL_WORLD = new MediaType(MediaType.APPLICATION_JSON, StandardCharsets.UTF_8);

    private final JsonMapper json;
    private final RealWorldForm realWorld;
    private final Traces traces;

    ProblemWriter(JsonMapper json, RealWorldForm realWorld, Traces traces) {
        this.json = json;
        this.realWorld = realWorld;
        this.traces = traces;
    }

    /** Answers from a place that Spring MVC does not reach: filters, entry points, the server itself. */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var answer = entity(refusal, request);
        var body = json.writeValueAsString(answer.getBody()).getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.getStatusCode().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The answer, in the form that clients of its path expect. */
    ResponseEntity<Object> entity(Refusal refusal, HttpServletRequest request) {
        var path = pathOf(request);
        var problem = refusal.problem();
        if (RealWorldForm.isSpokenAt(path)) {
            return ResponseEntity.status(RealWorldForm.statusOf(problem))
                    .headers(refusal.headers())
                    .contentType(REAL_WORLD)
                    .body(realWorld.of(refusal));
        }
        return ResponseEntity.status(problem.status())
                .headers(refusal.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(refusal.describedFor(path, traces.of(request).traceId()));
    }

    private static String pathOf(HttpServletRequest request) {
        // A forward to the error path hides the path that was asked for.
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
    }
}
