// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** Statements of one transaction by plain JDBC. */
interface JdbcTransaction {
    void on(Connection connection) throws SQLException;

    /** Commits what the statements did, or nothing if one fails. */
    static void run(DataSource connections, JdbcTransaction work) throws SQLException {
        try (var connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Returns values for the statement that declares the cause of a transaction, and the time. */
    static Map<String, Object> caused(UUID actor, String action) {
        var values = new HashMap<String, Object>();
        values.put("actor", actor);
        values.put("action", action);
        values.put("traceId", "0".repeat(31) + "1");
        values.put("now", now());
        return values;
    }

    static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }

    /** Throws unless a statement has changed or found one row. */
    static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("expected one row, got " + rows);
        }
    }
}
