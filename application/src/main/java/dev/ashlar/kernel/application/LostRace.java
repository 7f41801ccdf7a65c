// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.application;

import java.lang.reflect.Method;
import java.util.List;
import org.springframework.resilience.retry.MethodRetryPredicate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Failures after which a call is worth running again, because it only lost to another one: a serialization failure, a deadlock, a
 * concurrent call that stored the same idempotency key, slug or number first, or a migration that changed a prepared statement's result. A
 * read that fails on a replica, for whatever reason, is run again on the primary. Only the outermost service call retries; inside a
 * transaction the failure has already ended it.
 */
public final class LostRace implements MethodRetryPredicate {
    /**
     * Endings of the unique constraints whose violation a second try resolves: it sees the stored row, and returns its result or
     * takes the next free slug. By convention no other constraint ends like this.
     */
    private static final List<String> RESOLVED_BY_A_SECOND_TRY = List.of("_idempotency_key", "_slug", "_unpaid_no");

    @Override
    public boolean shouldRetry(Method method, Throwable failure) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return false;
        }
        var sql = SqlState.sqlException(failure);
        boolean hasLeftReplica = sql != null && RequestReads.leaveReplica(sql);
        return hasLeftReplica || isLostRace(failure);
    }

    static boolean isLostRace(Throwable failure) {
        return switch (SqlState.of(failure)) {
            case SERIALIZATION_FAILURE, DEADLOCK_DETECTED, FEATURE_NOT_SUPPORTED, INVALID_SQL_STATEMENT_NAME -> true;
            case UNIQUE_VIOLATION -> {
                var message = String.valueOf(SqlState.sqlException(failure));
                yield RESOLVED_BY_A_SECOND_TRY.stream().anyMatch(message::contains);
            }
            case null, default -> false;
        };
    }
}
