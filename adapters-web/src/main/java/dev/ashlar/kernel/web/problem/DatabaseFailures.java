package dev.ashlar.kernel.web.problem;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.SqlState;
import dev.ashlar.kernel.application.ViolatedConstraints;
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

/** Refusals for failures of the database, by the violated constraint or the SQLSTATE. The database's message is never passed on. */
@Component
public final class DatabaseFailures {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFailures.class);

    private final ViolatedConstraints constraints;

    DatabaseFailures(ViolatedConstraints constraints) {
        this.constraints = constraints;
    }

    /** Returns the refusal, or null if the failure is not one of the database, or is a fault of the server. */
    public @Nullable Refusal refusalFor(Exception failure) {
        if (failure instanceof DataAccessException access) {
            var violated = constraints.problemFor(access);
            if (violated.isPresent()) {
                LOG.debug("Constraint violated problem={}", violated.get().code(), failure);
                return Refusal.of(explain(violated.get()));
            }
        }
        @Nullable ProblemType type = typeOf(failure);
        if (type == null) {
            return null;
        }
        LOG.warn("Database failed problem={} cause={}", type.code(), firstLine(failure));
        return Refusal.of(explain(type));
    }

    /** Leaves out the stack trace, as a database that is down fails every request, and the second line, which contains values. */
    private static String firstLine(Exception failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure).toString();
        return cause.lines().findFirst().orElse(cause);
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

    private static DomainException explain(ProblemType type) {
        return type.because(
                switch (type.kind()) {
                    case UNAVAILABLE -> "Try again in a few seconds.";
                    case CONFLICT ->
                        type == KernelProblem.BUSY
                                ? "Nothing was changed. Send the request again."
                                : "Nothing was changed. Read the resource and send a request that fits its state.";
                    default -> "Nothing was changed. Correct the request and send it again.";
                });
    }
}
