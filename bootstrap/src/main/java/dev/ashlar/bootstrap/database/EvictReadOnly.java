package dev.ashlar.bootstrap.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Removal of connections from the pool that have met a read-only server: the primary that they led to is now a standby. The pool opens
 * others in their place, which lead to the primary of then.
 */
public final class EvictReadOnly implements SQLExceptionOverride {
    @java.lang.Override // the interface has a type of that name
    public Override adjudicate(SQLException failure) {
        return ReadOnlyDatabase.READ_ONLY_SQL_TRANSACTION.equals(failure.getSQLState())
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }
}
