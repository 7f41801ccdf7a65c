// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import dev.ashlar.bootstrap.StartRefused;
import java.sql.Connection;
import java.sql.SQLException;

/** Databases that take no writes: standby servers, and those whose transactions are read-only by default. */
final class ReadOnlyDatabase {
    private static final String ASK = "SELECT current_setting('transaction_read_only')::boolean";

    private ReadOnlyDatabase() {}

    /** Refuses to write over this connection if it leads to such a database. */
    static void refuse(Connection connection) throws SQLException {
        if (isReadOnly(connection)) {
            throw new StartRefused("The database is read-only: its server is a standby, or"
                    + " default_transaction_read_only is on. Name the primary in DATABASE_URL; of several hosts,"
                    + " as in postgres://db1,db2/ashlar?targetServerType=primary, the driver finds it.");
        }
    }

    /** Returns true if a new transaction of this connection could not write. */
    static boolean isReadOnly(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(ASK)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
