// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.RequestReads;
import dev.ashlar.kernel.application.WalPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Choice of the connection that statements are sent over, which is made here only: by the database that the transaction has entered, by
 * whether it writes, and for reads of the common database by the request, which a replica may answer. Connections for reads are in autocommit
 * mode, and their sessions refuse writes.
 */
public final class Connections {
    // waive repositories-rethrow Connections.position: its change is committed, and the caller reads the primary then
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    /** The end of the log includes the commit even if the server does not wait for its disk. */
    private static final String POSITION = "SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint";

    private final DataSource writers;
    private final DataSource readers;
    private final @Nullable Function<RequestReads, Optional<Connection>> replica;
    private final ContextDatabases databases;
    private final Map<String, Pools> ofContexts;

    /** Creates connections to one database without replica. */
    public Connections(DataSource writers, DataSource readers) {
        this(writers, readers, null, new ContextDatabases(Set.of()), Map.of());
    }

    /**
     * Creates connections.
     *
     * @param replica returns a connection for a read of the request, or empty if the primary must answer it; null if there is no replica
     * @param ofContexts pools of the databases of single contexts
     */
    public Connections(
            DataSource writers,
            DataSource readers,
            @Nullable Function<RequestReads, Optional<Connection>> replica,
            ContextDatabases databases,
            Map<String, Pools> ofContexts) {
        this.writers = writers;
        this.readers = readers;
        this.replica = replica;
        this.databases = databases;
        this.ofContexts = Map.copyOf(ofContexts);
    }

    /** Takes a connection for the current transaction; the caller closes it. */
    public Connection toWrite() throws SQLException {
        @Nullable Pools own = ofContexts.get(databases.current());
        return (own == null ? writers : own.writers()).getConnection();
    }

    /** Takes a connection for the statements of a read; the caller closes it. */
    public Connection toRead() throws SQLException {
        @Nullable Pools own = ofContexts.get(databases.current());
        if (own != null) {
            return own.readers().getConnection();
        }
        var ofReplica = toReadOnReplica();
        return ofReplica.isPresent() ? ofReplica.get() : readers.getConnection();
    }

    private Optional<Connection> toReadOnReplica() {
        var request = RequestReads.current();
        if (replica == null || request.isEmpty()) {
            return Optional.empty();
        }
        var connection = replica.apply(request.get());
        if (connection.isEmpty()) {
            request.get().usePrimary();
        }
        return connection;
    }

    /**
     * Tells the current request a position after a change that was committed on this connection. A failure leaves its caller to the primary,
     * because the change itself has not failed.
     */
    public void changed(Connection committed) {
        if (replica != null && !ofContexts.containsKey(databases.current())) {
            RequestReads.current().ifPresent(request -> request.changed(position(committed)));
        }
    }

    /** Asks by a method of the driver that begins no transaction, which would be one more round trip to end. */
    private static WalPosition position(Connection committed) {
        try (var rows = committed.unwrap(BaseConnection.class).execSQLQuery(POSITION)) {
            rows.next();
            return new WalPosition(rows.getLong(1));
        } catch (SQLException lost) {
            LOG.debug("Position of a commit is not known", lost);
            return WalPosition.UNREACHABLE;
        }
    }
}
