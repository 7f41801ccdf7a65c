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
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Answers from a place that Spring MVC does not reach: filters, entry points, the server itself. */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var body = json.writeValueAsString(describe(refusal, request)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(refusal.problem().status());
        refusal.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static ResponseEntity<Problem> entity(Refusal refusal, HttpServletRequest request) {
        return ResponseEntity.status(refusal.problem().status())
                .headers(refusal.headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(describe(refusal, request));
    }

    private static Problem describe(Refusal refusal, HttpServletRequest request) {
        // A forward to the error path hides the path that was asked for.
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
                ? original
                : request.getRequestURI();
        return refusal.describedFor(path, RequestIds.of(request));
    }
}
