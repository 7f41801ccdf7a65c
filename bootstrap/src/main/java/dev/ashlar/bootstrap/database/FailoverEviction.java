// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import dev.ashlar.kernel.application.SqlState;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Eviction of connections to a server that is no longer the primary. A connection that meets a read-only server, or one that shuts
 * down, leaves its pool at once. After a read-only server all others follow soon: readers would go on reading from a standby, which is
 * behind the primary, and each other writer would fail once.
 */
final class FailoverEviction implements SQLExceptionOverride {
    private final Executor soon;
    private final Runnable evictAll;
    private final AtomicBoolean isPlanned = new AtomicBoolean();

    /** @param evictAll evicts the connections of all pools of the database, a second after the first failure */
    FailoverEviction(Runnable evictAll) {
        this(CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS), evictAll);
    }

    /**
     * @param soon runs a task a moment later: all failures until then cause one eviction
     * @param evictAll evicts the connections of all pools of the database
     */
    FailoverEviction(Executor soon, Runnable evictAll) {
        this.soon = soon;
        this.evictAll = evictAll;
    }

    @java.lang.Override // the interface has a type of that name
    public Override adjudicate(SQLException failure) {
        return switch (SqlState.of(failure)) {
            case READ_ONLY_SQL_TRANSACTION -> {
                if (isPlanned.compareAndSet(false, true)) {
                    soon.execute(this::evict);
                }
                yield Override.MUST_EVICT;
            }
            case ADMIN_SHUTDOWN, CRASH_SHUTDOWN, CANNOT_CONNECT_NOW -> Override.MUST_EVICT;
            case null, default -> Override.CONTINUE_EVICT;
        };
    }

    private void evict() {
        isPlanned.set(false); // before the eviction, so that a failure after it causes another one
        evictAll.run();
    }
}
