// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Indexes that a killed {@code CREATE INDEX CONCURRENTLY} left behind. They are never used and keep their name, so the changeset
 * that is run again would fail.
 */
final class UnfinishedIndexes {
    private static final Logger log = LoggerFactory.getLogger(UnfinishedIndexes.class);
    private static final String UNFINISHED = """
            SELECT indexrelid::regclass
            FROM pg_index
            JOIN pg_class ON pg_class.oid = indexrelid
            WHERE NOT indisvalid
                AND relkind = 'i' -- that of a partitioned table is invalid until all partitions have theirs
                AND relnamespace::regnamespace::text !~ '^pg_'
                AND pg_has_role(relowner, 'USAGE')
                AND NOT EXISTS (
                    SELECT FROM pg_stat_progress_create_index AS build WHERE build.index_relid = indexrelid)""";

    private UnfinishedIndexes() {}

    /** Drops them without blocking readers and writers. The caller holds the migrations' lock and has no open transaction. */
    static void drop(Database database, Connection connection) throws SQLException, DatabaseException {
        database.setAutoCommit(true); // CONCURRENTLY does not run in a transaction
        try (var statement = connection.createStatement()) {
            var unfinished = new ArrayList<String>();
            try (var rows = statement.executeQuery(UNFINISHED)) {
                while (rows.next()) {
                    unfinished.add(rows.getString(1));
                }
            }
            for (var index : unfinished) {
                log.warn("Dropping the index of a killed migration index={}", index);
                statement.execute("DROP INDEX CONCURRENTLY " + index);
            }
        } finally {
            database.setAutoCommit(false);
        }
    }
}
