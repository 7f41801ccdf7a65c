// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.StandardLockService;

/**
 * Lock of migrations that ends with the session of its holder. Liquibase's own is a row, which a killed migration leaves
 * locked for ever. Liquibase finds this class as a service.
 */
public final class MigrationLock extends StandardLockService {
    /** Key of the advisory lock; any number that nothing else in the database uses. */
    private static final long KEY = 0x4173686c6172L;

    private static final String TAKE = "SELECT pg_try_advisory_lock(" + KEY + ")";
    private static final String RELEASE = "SELECT pg_advisory_unlock(" + KEY + ")";
    private static final String HOLDERS = """
            SELECT activity.pid, activity.backend_start,
                format('process %%s of %%s from %%s', activity.pid, activity.usename, coalesce(host(activity.client_addr), 'localhost'))
            FROM pg_locks AS held
            JOIN pg_stat_activity AS activity ON activity.pid = held.pid
            WHERE held.locktype = 'advisory' AND held.granted
                AND held.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND (held.classid::bigint << 32) + held.objid::bigint = %d""".formatted(KEY);

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public boolean supports(Database candidate) {
        return candidate instanceof PostgresDatabase;
    }

    /** Creates nothing, because the lock has no table. */
    @Override
    public void init() {}

    /** Returns the seconds between two tries. */
    @Override
    protected Long getChangeLogLockRecheckTime() {
        return 1L;
    }

    /** Takes the lock unless another session has it, and removes what a killed migration left. */
    @Override
    public boolean acquireLock() throws LockException {
        if (hasChangeLogLock || !askOneSession()) {
            return hasChangeLogLock;
        }
        hasChangeLogLock = true;
        database.setCanCacheLiquibaseTableInfo(true);
        try {
            UnfinishedIndexes.drop(database, connection());
        } catch (SQLException | DatabaseException failed) {
            releaseLock();
            throw new LockException(failed);
        }
        return true;
    }

    @Override
    public void releaseLock() throws LockException {
        if (hasChangeLogLock) {
            hasChangeLogLock = false;
            database.setCanCacheLiquibaseTableInfo(false);
            ask(RELEASE);
        }
    }

    @Override
    public void forceReleaseLock() throws LockException {
        releaseLock();
    }

    /** Names the session that migrates, for the report of a wait in vain. */
    @Override
    public DatabaseChangeLogLock[] listLocks() throws LockException {
        try (var statement = connection().createStatement();
                var rows = statement.executeQuery(HOLDERS)) {
            var holders = new ArrayList<DatabaseChangeLogLock>();
            while (rows.next()) {
                holders.add(new DatabaseChangeLogLock(rows.getInt(1), rows.getTimestamp(2), rows.getString(3)));
            }
            return holders.toArray(DatabaseChangeLogLock[]::new);
        } catch (SQLException failed) {
            throw new LockException(failed);
        }
    }

    /** Asks for the lock, which a session holds: behind a pooler it would be no lock. */
    private boolean askOneSession() throws LockException {
        try {
            PooledSessions.refuseMigration(connection());
        } catch (SQLException failed) {
            throw new LockException(failed);
        }
        return ask(TAKE);
    }

    /** Asks outside a transaction, so that a waiting session keeps no snapshot that a concurrent index build waits for. */
    private boolean ask(String question) throws LockException {
        try {
            database.rollback();
            try (var statement = connection().createStatement();
                    var rows = statement.executeQuery(question)) {
                return rows.next() && rows.getBoolean(1);
            } finally {
                database.commit();
            }
        } catch (SQLException | DatabaseException failed) {
            throw new LockException(failed);
        }
    }

    private Connection connection() {
        return ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
    }
}
