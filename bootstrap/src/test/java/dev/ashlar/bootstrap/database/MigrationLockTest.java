// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.bootstrap.testing.AshlarProcess;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationLockTest {
    @Test
    void isHeldByOneSessionAtATimeAndNamesIt() throws SQLException, LiquibaseException {
        try (var database = TestDatabase.empty();
                var first = database.owner().getConnection();
                var second = database.owner().getConnection()) {
            var holder = lock(first);
            var other = lock(second);
            other.setChangeLogLockWaitTime(0);
            assertThat(holder).isInstanceOf(MigrationLock.class);

            assertThat(holder.acquireLock()).isTrue();
            assertThat(holder.acquireLock()).as("again").isTrue();
            assertThat(other.acquireLock()).isFalse();
            assertThatThrownBy(other::waitForLock)
                    .isInstanceOf(LockException.class)
                    .hasMessageContaining("locked by process " + pid(first) + " of postgres from 127.0.0.1");

            holder.releaseLock();
            assertThat(other.acquireLock()).isTrue();
        }
    }

    @Test
    void locksEachDatabaseByItself() throws SQLException, LiquibaseException {
        try (var one = TestDatabase.empty();
                var another = TestDatabase.empty();
                var first = one.owner().getConnection();
                var second = another.owner().getConnection()) {
            assertThat(lock(first).acquireLock()).isTrue();
            assertThat(lock(second).acquireLock()).isTrue();
        }
    }

    @Test
    void isReleasedByAMigrationThatFails() throws SQLException, LiquibaseException {
        try (var database = TestDatabase.empty();
                var connection = database.owner().getConnection();
                var next = database.owner().getConnection()) {
            database.psql().sql("CREATE SCHEMA wallet").update();
            assertThatThrownBy(() -> new Migrations(connection).migrate(_ -> {}))
                    .hasMessageContaining("wallet");
            assertThat(lock(next).acquireLock()).isTrue();
        }
    }

    @Test
    void dropsTheIndexOfAKilledMigration() throws SQLException, LiquibaseException {
        try (var database = TestDatabase.empty();
                var connection = database.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA stock; CREATE TABLE stock.items (sku text);"
                    + " INSERT INTO stock.items VALUES ('a'), ('a'); CREATE INDEX ix_items_sku ON stock.items (sku)");
            // Duplicates end the build where a kill may end it, too.
            assertThatThrownBy(() ->
                            statement.execute("CREATE UNIQUE INDEX CONCURRENTLY uq_items_sku ON stock.items (sku)"))
                    .hasMessageContaining("could not create unique index");
            assertThat(indexes(database)).containsExactly("ix_items_sku", "uq_items_sku");

            var lock = lock(connection);
            assertThat(lock.acquireLock()).isTrue();
            assertThat(indexes(database)).containsExactly("ix_items_sku");
            assertThat(connection.getAutoCommit()).isFalse();
        }
    }

    private static List<String> indexes(TestDatabase database) {
        return database.psql()
                .sql("SELECT indexname FROM pg_indexes WHERE schemaname = 'stock' ORDER BY 1")
                .query(String.class)
                .list();
    }

    /** The killed process is in a statement that another session keeps waiting, and stays so after the kill. */
    @Test
    @Tag("exhaustive")
    @Timeout(120)
    void endsWithAKilledMigration(@TempDir Path home) throws SQLException, LiquibaseException {
        try (var database = TestDatabase.empty();
                var blocker = database.owner().getConnection();
                var next = database.owner().getConnection()) {
            blocker.setAutoCommit(false);
            blocker.createStatement().execute("CREATE SCHEMA wallet"); // the migration waits for this name
            var psql = database.psql();
            try (var migration = AshlarProcess.start(
                    home,
                    "migrate",
                    "--spring.datasource.url=" + database.url(),
                    "--spring.datasource.username=" + database.owner().getUser(),
                    "--spring.datasource.password=" + database.owner().getPassword())) {
                migration.waiting(Duration.ofMinutes(1)).until(() -> isWaiting(psql));
                assertThat(lock(next).acquireLock()).as("while it migrates").isFalse();
                migration.kill();
            }

            var free = lock(next);
            free.setChangeLogLockWaitTime(1); // minutes; the server notices the kill within seconds
            free.waitForLock();
            free.releaseLock();
            blocker.rollback();
            new Migrations(next).migrate(_ -> {});
            assertThat(new Migrations(next).pending()).isEmpty();
        }
    }

    private static boolean isWaiting(JdbcClient psql) {
        return psql.sql("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND application_name = 'ashlar-migrate'
                            AND wait_event_type = 'Lock'""").query(Long.class).single() > 0;
    }

    private static LockService lock(Connection connection) throws LiquibaseException {
        Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        return LockServiceFactory.getInstance().getLockService(database);
    }

    private static int pid(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
