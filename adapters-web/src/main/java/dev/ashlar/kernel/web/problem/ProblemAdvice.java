package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Turns whatever a handler throws into a problem. What it does not know is a fault of ours: it goes to the log in full
 * and to the caller without a word about the inside.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final DatabaseFailures databaseFailures;
    private final ProblemWriter problems;

    ProblemAdvice(DatabaseFailures databaseFailures, ProblemWriter problems) {
        this.databaseFailures = databaseFailures;
        this.problems = problems;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> answer(Exception failure, HttpServletRequest request) {
        if (failure instanceof AsyncRequestNotUsableException) {
            return null; // The caller has hung up: there is nobody to answer.
        }
        return problems.entity(refusalFor(failure, request), request);
    }

    private Refusal refusalFor(Exception failure, HttpServletRequest request) {
        return switch (failure) {
            case DomainException refused -> Refusal.of(refused);
            case HttpMessageNotReadableException unreadable -> UnreadableBodies.refusalFor(unreadable);
            case AuthenticationException ignored ->
                Refusal.of(KernelProblem.UNAUTHENTICATED.because("Log in and send the access token."));
            case AccessDeniedException ignored ->
                Refusal.of(KernelProblem.FORBIDDEN.because("This account may not do this."));
            default -> otherwise(failure, request);
        };
    }

    private Refusal otherwise(Exception failure, HttpServletRequest request) {
        @Nullable Refusal known = RequestFailures.refusalFor(failure);
        if (known == null) {
            known = databaseFailures.refusalFor(failure);
        }
        if (known == null) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
            return Refusal.of(WebProblem.INTERNAL, "It has been logged; mention the traceId if you report it.");
        }
        return known;
    }
}
