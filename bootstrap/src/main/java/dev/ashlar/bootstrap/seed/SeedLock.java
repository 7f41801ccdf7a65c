// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lock that lets one process at a time seed a database. It ends with the transaction of its holder, which does nothing else, because a
 * session may be shared with others behind a pooler.
 */
final class SeedLock implements AutoCloseable {
    // waive declarative-transactions SeedLock: its transaction is the lock, and lasts while those of the services come
    // and go
    private static final Logger log = LoggerFactory.getLogger(SeedLock.class);
    /** Key of the advisory lock; any number that nothing else in the database uses. */
    static final long KEY = 0x41736853656564L;

    /** The transaction is idle while its holder seeds over other connections. */
    private static final String BEGIN = "SET LOCAL idle_in_transaction_session_timeout = 0";

    private static final String TAKE = "SELECT pg_try_advisory_xact_lock(" + KEY + ")";

    /** Waits by repeated tries, since a statement that waits would meet the pool's timeouts. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Connection connection;

    private SeedLock(Connection connection) {
        this.connection = connection;
    }

    /** Takes the lock, when its holder has released it or has ended. */
    static SeedLock take(DataSource database) throws SQLException {
        var connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            boolean waiting = false;
            while (!isTaken(connection)) {
                connection.rollback();
                if (!waiting) {
                    log.info("Waiting for another process that seeds the database");
                    waiting = true;
                }
                Thread.sleep(PAUSE);
            }
            return new SeedLock(connection);
        } catch (InterruptedException stopped) {
            connection.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting to seed the database.", stopped);
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    private static boolean isTaken(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(BEGIN);
            try (var rows = statement.executeQuery(TAKE)) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
