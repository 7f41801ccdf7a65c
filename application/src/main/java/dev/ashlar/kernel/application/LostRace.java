package dev.ashlar.kernel.application;

import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.resilience.retry.MethodRetryPredicate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whether a failed call only lost to another one and is worth running again: a serialization failure, a deadlock, or a
 * twin that stored the same idempotency key or slug first. Only the outermost service call may retry; inside a transaction the
 * failure has already ended it, so it must travel on to whoever began it.
 */
public final class LostRace implements MethodRetryPredicate {
    private static final Set<String> SERIALIZATION_FAILURE_OR_DEADLOCK = Set.of("40001", "40P01");
    private static final String UNIQUE_VIOLATION = "23505";
    /**
     * By convention a unique constraint ends like one of these if a second try, which sees what the twin has stored, decides
     * otherwise: it answers with the twin's result, or takes the next free slug. No other constraint ends so.
     */
    private static final List<String> SETTLED_BY_A_SECOND_TRY = List.of("_idempotency_key", "_slug");

    @Override
    public boolean shouldRetry(Method method, Throwable failure) {
        return !TransactionSynchronizationManager.isActualTransactionActive() && isLostRace(failure);
    }

    static boolean isLostRace(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = String.valueOf(sql.getSQLState());
                return SERIALIZATION_FAILURE_OR_DEADLOCK.contains(state)
                        || (UNIQUE_VIOLATION.equals(state)
                                && SETTLED_BY_A_SECOND_TRY.stream()
                                        .anyMatch(String.valueOf(sql.getMessage())::contains));
            }
        }
        return false;
    }
}
