// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections for reads outside of changes. They are in autocommit mode, and their sessions refuse writes. */
public interface ReadConnections {
    /** Takes a connection for the statements of a read; the caller closes it. */
    Connection take() throws SQLException;

    /** Notes a change that was committed on this connection. It must not fail. */
    void changed(Connection committed);

    /** Connections to the primary, which shows each change that was committed. */
    record ToPrimary(DataSource readers) implements ReadConnections {
        @Override
        public Connection take() throws SQLException {
            return readers.getConnection();
        }

        @Override
        public void changed(Connection committed) {
            // The next read shows it.
        }
    }
}
