package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.web.PublicEndpoint;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed outside every handler: the container forwards here with the status it meant to send. */
@Controller
@Hidden
class ErrorFallback implements ErrorController {
    @PublicEndpoint
    @RequestMapping("${server.error.path:${error.path:/error}}")
    ResponseEntity<Problem> answer(HttpServletRequest request) {
        // Without a status nobody forwarded: a caller has asked for this path, and it is not for callers.
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer sent ? sent : 404;
        return ProblemWriter.entity(StatusRefusals.refusalFor(status), request);
    }
}
