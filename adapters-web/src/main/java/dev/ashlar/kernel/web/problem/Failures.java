package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.RefusalLog;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refusals for exceptions of our own code. An unknown exception is a fault of the server: it is logged whole, and the caller learns
 * nothing internal.
 */
@Component
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final DatabaseFailures databaseFailures;
    private final RefusalLog refusals;

    Failures(DatabaseFailures databaseFailures, RefusalLog refusals) {
        this.databaseFailures = databaseFailures;
        this.refusals = refusals;
    }

    /** Returns the refusal for a failure of this request, which is recorded or logged if it has to be. */
    public Refusal refusalFor(Exception failure, HttpServletRequest request) {
        if (failure instanceof DomainException refused) {
            recordSuspicious(refused, request);
            return Refusal.of(refused);
        }
        var known = databaseFailures.refusalFor(failure);
        if (known == null) {
            LOG.error("Request failed method={} path={}", request.getMethod(), request.getRequestURI(), failure);
            return Refusal.ofStatus(500);
        }
        return known;
    }

    private void recordSuspicious(DomainException refused, HttpServletRequest request) {
        if (refused.type().isSuspicious()) {
            var caller = request.getUserPrincipal();
            var userId = caller == null ? null : new UserId(UUID.fromString(caller.getName()));
            // The pattern, because paths are the caller's choice: a flood of them would be a flood of different events.
            var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            refusals.record(refused.type(), userId, request.getMethod() + " " + pattern);
        }
    }
}
