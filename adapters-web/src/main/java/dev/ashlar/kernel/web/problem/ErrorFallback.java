package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.web.PublicEndpoint;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers to failures outside all handlers, for which the container forwards the request here with a status. */
@Controller
@Hidden
class ErrorFallback implements ErrorController {
    private final DatabaseFailures databaseFailures;
    private final ProblemWriter problems;

    ErrorFallback(DatabaseFailures databaseFailures, ProblemWriter problems) {
        this.databaseFailures = databaseFailures;
        this.problems = problems;
    }

    @PublicEndpoint
    @RequestMapping("${server.error.path:${error.path:/error}}")
    ResponseEntity<Object> answer(HttpServletRequest request) {
        // Without a status the request was not forwarded, but sent to this path by a caller.
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer sent ? sent : 404;
        return problems.entity(refusalFor(status, request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)), request);
    }

    private Refusal refusalFor(int status, @Nullable Object failure) {
        // Filters use the database, too, to check sessions.
        @Nullable Refusal known = failure instanceof Exception thrown ? databaseFailures.refusalFor(thrown) : null;
        return known == null ? Refusal.ofStatus(status) : known;
    }
}
