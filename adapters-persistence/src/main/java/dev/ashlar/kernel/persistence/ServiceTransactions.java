// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.ConnectionHandle;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.DelegatingTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Transactions of application services. A read-only one is none to the database: each of its statements is sent without BEGIN and
 * COMMIT on a connection of the readers, whose sessions refuse writes. At READ COMMITTED each statement has its own snapshot in a
 * transaction, too, so that nothing is lost. A read-only method whose statements need one snapshot says {@code isolation =
 * Isolation.REPEATABLE_READ} and gets a real transaction; so does one with a timeout. A read inside a writing transaction joins it.
 */
final class ServiceTransactions extends JdbcTransactionManager {
    // waive no-sql-in-java ServiceTransactions: the level must be set before the first statement of a mapper
    private static final long serialVersionUID = 1L;

    private final transient Connections connections;

    /** @param writers connections of real transactions, and key of all */
    ServiceTransactions(DataSource writers, Connections connections) {
        super(writers);
        this.connections = connections;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (isPlainRead(definition)) {
            var reading = new Reading(new Reader(connections));
            ((JdbcTransactionObjectSupport) transaction).setConnectionHolder(reading);
            TransactionSynchronizationManager.bindResource(obtainDataSource(), reading);
        } else {
            super.doBegin(transaction, Isolated.of(definition));
        }
    }

    /** Isolates the transaction and not the session, as the driver would: a pooler gives the session to others. */
    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        if (definition instanceof Isolated isolated) {
            try (var statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL " + isolated.level());
            }
        }
    }

    private static boolean isPlainRead(TransactionDefinition definition) {
        return definition.isReadOnly()
                && definition.getIsolationLevel() == TransactionDefinition.ISOLATION_DEFAULT
                && definition.getTimeout() == TransactionDefinition.TIMEOUT_DEFAULT;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        if (reading(status.getTransaction()) == null) {
            super.doCommit(status);
            if (!status.isReadOnly()) {
                var holder = ((JdbcTransactionObjectSupport) status.getTransaction()).getConnectionHolder();
                connections.changed(holder.getConnection());
            }
        }
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        if (reading(status.getTransaction()) == null) {
            super.doRollback(status);
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        var reading = reading(transaction);
        if (reading == null) {
            super.doCleanupAfterCompletion(transaction);
        } else {
            TransactionSynchronizationManager.unbindResource(obtainDataSource());
            reading.reader.close();
            reading.clear();
        }
    }

    private static @Nullable Reading reading(Object transaction) {
        return ((JdbcTransactionObjectSupport) transaction).getConnectionHolder() instanceof Reading reading
                ? reading
                : null;
    }

    /** Definition that hides its level of isolation from Spring, which would set it for the session and then back. */
    private static final class Isolated extends DelegatingTransactionDefinition {
        private static final long serialVersionUID = 1L;

        private final int isolation;

        private Isolated(TransactionDefinition definition) {
            super(definition);
            this.isolation = definition.getIsolationLevel();
        }

        static TransactionDefinition of(TransactionDefinition definition) {
            return definition.getIsolationLevel() == ISOLATION_DEFAULT ? definition : new Isolated(definition);
        }

        @Override
        public int getIsolationLevel() {
            return ISOLATION_DEFAULT;
        }

        String level() {
            return switch (isolation) {
                case ISOLATION_REPEATABLE_READ -> "REPEATABLE READ";
                case ISOLATION_SERIALIZABLE -> "SERIALIZABLE";
                default -> "READ COMMITTED"; // the least that PostgreSQL has
            };
        }
    }

    /** Marks a read in progress. */
    private static final class Reading extends ConnectionHolder {
        private final Reader reader;

        Reading(Reader reader) {
            super(reader);
            this.reader = reader;
            setTransactionActive(true);
            setSynchronizedWithTransaction(true);
        }
    }

    /** Takes a connection when the first statement needs it, and returns it when the last user has released it. */
    private static final class Reader implements ConnectionHandle {
        private final Connections connections;

        private @Nullable Connection taken;

        Reader(Connections connections) {
            this.connections = connections;
        }

        @Override
        public Connection getConnection() {
            try {
                var connection = connections.toRead();
                taken = connection;
                return connection;
            } catch (SQLException failed) {
                throw new CannotGetJdbcConnectionException("No connection for a read.", failed);
            }
        }

        @Override
        public void releaseConnection(Connection connection) {
            close();
        }

        void close() {
            JdbcUtils.closeConnection(taken);
            taken = null;
        }
    }
}
