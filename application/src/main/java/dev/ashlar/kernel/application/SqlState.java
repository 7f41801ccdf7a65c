// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/**
 * SQLSTATEs of PostgreSQL that have a meaning outside the database (appendix A of its manual). Every other state is a fault of
 * the server.
 */
public enum SqlState {
    UNIQUE_VIOLATION("23505", KernelProblem.CONFLICT),
    EXCLUSION_VIOLATION("23P01", KernelProblem.CONFLICT),
    RESTRICT_VIOLATION("23001", KernelProblem.BROKEN_REFERENCE),
    FOREIGN_KEY_VIOLATION("23503", KernelProblem.BROKEN_REFERENCE),
    NOT_NULL_VIOLATION("23502", KernelProblem.OUT_OF_BOUNDS),
    CHECK_VIOLATION("23514", KernelProblem.OUT_OF_BOUNDS),
    STRING_DATA_RIGHT_TRUNCATION("22001", KernelProblem.OUT_OF_BOUNDS),
    NUMERIC_VALUE_OUT_OF_RANGE("22003", KernelProblem.OUT_OF_BOUNDS),
    /** State of a write on a standby: the primary is another server since. */
    READ_ONLY_SQL_TRANSACTION("25006", KernelProblem.UNAVAILABLE),
    SERIALIZATION_FAILURE("40001", KernelProblem.BUSY),
    DEADLOCK_DETECTED("40P01", KernelProblem.BUSY),
    LOCK_NOT_AVAILABLE("55P03", KernelProblem.BUSY),
    /** State of a prepared statement whose result has another type since a migration; the driver prepares it anew. */
    FEATURE_NOT_SUPPORTED("0A000", KernelProblem.UNAVAILABLE),
    /** State of a prepared statement that the server has forgotten. */
    INVALID_SQL_STATEMENT_NAME("26000", KernelProblem.UNAVAILABLE),
    QUERY_CANCELED("57014", KernelProblem.UNAVAILABLE),
    ADMIN_SHUTDOWN("57P01", KernelProblem.UNAVAILABLE),
    CRASH_SHUTDOWN("57P02", KernelProblem.UNAVAILABLE),
    CANNOT_CONNECT_NOW("57P03", KernelProblem.UNAVAILABLE),
    /** Class of all states in which the connection is lost. */
    CONNECTION_EXCEPTION("08", KernelProblem.UNAVAILABLE),
    /** Class of all states in which the server has run out of memory, disk or connections. */
    INSUFFICIENT_RESOURCES("53", KernelProblem.UNAVAILABLE);

    private final String code;
    private final KernelProblem problem;

    SqlState(String code, KernelProblem problem) {
        this.code = code;
        this.problem = problem;
    }

    /** Problem of a failure in this state, unless its constraint has its own in {@link ConstraintProblems}. */
    public ProblemType problem() {
        return problem;
    }

    /** Returns the state of a failure by the first SQL exception among its causes, or null if that has no meaning here. */
    public static @Nullable SqlState of(Throwable failure) {
        return switch (sqlException(failure)) {
            case null -> null;
            case SQLTransientConnectionException poolIsExhausted -> CONNECTION_EXCEPTION;
            case SQLException sql -> ofCode(String.valueOf(sql.getSQLState()));
        };
    }

    private static @Nullable SqlState ofCode(String code) {
        for (var state : values()) {
            if (code.startsWith(state.code)) {
                return state;
            }
        }
        return null;
    }

    static @Nullable SQLException sqlException(Throwable failure) {
        // The pool closes a connection at once after some states, and the rollback that then fails hides the state.
        @Nullable
        Throwable first =
                failure instanceof TransactionSystemException rollback ? rollback.getOriginalException() : failure;
        for (@Nullable Throwable cause = first; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
