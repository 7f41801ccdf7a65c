// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.RefusalLog;
import dev.ashlar.kernel.application.SqlState;
import dev.ashlar.kernel.application.ViolatedConstraints;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refusals for exceptions of our own code and of the database. An unknown exception is a fault of the server: it is logged whole, and
 * the caller learns nothing internal.
 */
@Component
public final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final ViolatedConstraints constraints;
    private final RefusalLog refusals;

    Failures(ViolatedConstraints constraints, RefusalLog refusals) {
        this.constraints = constraints;
        this.refusals = refusals;
    }

    /** Returns the refusal for a failure of this request, which is recorded or logged if it has to be. */
    public Refusal refusalFor(Exception failure, HttpServletRequest request) {
        if (failure instanceof DomainException refused) {
            if (refused.type().isSuspicious()) {
                // The pattern, because paths are the caller's choice: a flood of them would be a flood of different
                // events.
                recordRefusal(refused.type(), request, request.getMethod() + " " + patternOf(request));
            }
            return Refusal.of(refused);
        }
        var known = refusalByDatabase(failure);
        if (known == null && isOfTheClient(failure)) {
            LOG.debug("Answer lost method={} route={}", request.getMethod(), patternOf(request), failure);
            return Refusal.ofStatus(500); // nobody gets it
        }
        if (known == null) {
            // The pattern, because a path may hold a secret. The trace leads to the path where that may be kept.
            LOG.error("Request failed method={} route={}", request.getMethod(), patternOf(request), failure);
            return Refusal.ofStatus(500);
        }
        return known;
    }

    private static @Nullable Object patternOf(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    /** Records a refusal that is suspicious, with its caller. */
    public void recordRefusal(ProblemType type, HttpServletRequest request, String operation) {
        var caller = request.getUserPrincipal();
        refusals.record(type, caller == null ? null : new UserId(UUID.fromString(caller.getName())), operation);
    }

    /**
     * Returns the refusal by the violated constraint or the SQLSTATE, or null if the failure is not one of the database, or is a fault
     * of the server. The database's message is never passed on.
     */
    public @Nullable Refusal refusalByDatabase(Exception failure) {
        @Nullable
        ProblemType violated = failure instanceof DataAccessException access
                ? constraints.problemFor(access).orElse(null)
                : null;
        if (violated != null) {
            LOG.debug("Constraint violated problem={}", violated.code(), failure);
            return unchanged(violated);
        }
        var type = typeOf(failure);
        if (type == null) {
            return null;
        }
        LOG.warn("Database failed problem={} cause={}", type.code(), firstLine(failure));
        return unchanged(type);
    }

    /** True if the client has left, or has not read its answer. */
    private static boolean isOfTheClient(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(ClientAbortException.class::isInstance);
    }

    private static @Nullable ProblemType typeOf(Exception failure) {
        var state = SqlState.of(failure);
        if (state != null) {
            return state.problem();
        }
        return switch (failure) {
            case ConcurrencyFailureException ignored -> KernelProblem.BUSY;
            case DataAccessResourceFailureException ignored -> KernelProblem.UNAVAILABLE;
            case CannotCreateTransactionException ignored -> KernelProblem.UNAVAILABLE;
            case TransactionTimedOutException ignored -> KernelProblem.UNAVAILABLE;
            case TransactionSystemException connectionHasEnded -> KernelProblem.UNAVAILABLE;
            default -> null;
        };
    }

    /** Leaves out the stack trace, as a database that is down fails every request, and the second line, which contains values. */
    private static String firstLine(Exception failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure).toString();
        return cause.lines().findFirst().orElse(cause);
    }

    private static Refusal unchanged(ProblemType type) {
        return Refusal.of(type.because(
                switch (type.kind()) {
                    case UNAVAILABLE -> "Try again in a few seconds.";
                    case CONFLICT ->
                        type == KernelProblem.BUSY
                                ? "Nothing was changed. Send the request again."
                                : "Nothing was changed. Read what exists, and send a request that does not contradict it.";
                    default -> "Nothing was changed. Correct the request and send it again.";
                }));
    }
}
