// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.replica;

import dev.ashlar.kernel.application.RequestReads;
import dev.ashlar.kernel.application.WalPosition;
import dev.ashlar.kernel.persistence.ContextDatabases;
import dev.ashlar.kernel.persistence.ReadConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.core.BaseConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections for reads: to the replica where the request may use it, else to the primary. Separate databases of contexts have no replica. */
public record ReplicaReads(DataSource primary, Replica replica, ContextDatabases databases) implements ReadConnections {
    private static final Logger LOG = LoggerFactory.getLogger(ReplicaReads.class);
    /** The end of the log includes the commit even if the server does not wait for its disk. */
    private static final String POSITION = "SELECT (pg_current_wal_insert_lsn() - '0/0')::bigint";

    @Override
    public Connection take() throws SQLException {
        var request = request();
        var connection = request.flatMap(replica::connectionFor);
        if (connection.isPresent()) {
            return connection.get();
        }
        request.ifPresent(RequestReads::usePrimary);
        return primary.getConnection();
    }

    /** Tells the request a position after the commit. A failure leaves its caller to the primary, because the change itself has not failed. */
    @Override
    public void changed(Connection committed) {
        request().ifPresent(request -> request.changed(position(committed)));
    }

    private Optional<RequestReads> request() {
        return databases.isInCommon() ? RequestReads.current() : Optional.empty();
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
