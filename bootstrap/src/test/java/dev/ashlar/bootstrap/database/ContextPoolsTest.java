// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.ashlar.kernel.persistence.ContextDatabases;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Pools of a context with a separate database, as a transaction in it uses them. */
class ContextPoolsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONTEXT = "sync";
    private static final String ROLE = "ashlar_app";

    private static TestDatabase commonDatabase;
    private static TestDatabase ownDatabase;

    private final ContextDatabases databases = new ContextDatabases(Set.of(CONTEXT));
    private final ContextPools pools =
            new ContextPools(databases, Map.of(CONTEXT, new DatabaseUrl(ownDatabase.url(), ROLE, ROLE)), 30);
    private final DataSource writers = routed(commonDatabase.application(), "dataSource");
    private final DataSource readers = routed(commonDatabase.readers(), "readers");

    @BeforeAll
    static void connect() {
        commonDatabase = TestDatabase.migrated();
        ownDatabase = TestDatabase.migrated();
    }

    @AfterAll
    static void close() {
        ownDatabase.close();
        commonDatabase.close();
    }

    @BeforeEach
    void enter() {
        TransactionSynchronizationManager.initSynchronization();
        TransactionSynchronizationManager.bindResource(databases, CONTEXT);
    }

    @AfterEach
    void leave() {
        TransactionSynchronizationManager.unbindResource(databases);
        TransactionSynchronizationManager.clearSynchronization();
        pools.destroy();
    }

    @Test
    void leadToTheDatabaseOfTheContext() throws SQLException {
        var name = ownDatabase
                .psql()
                .sql("SELECT current_database()")
                .query(String.class)
                .single();

        assertThat(ask(writers, "SELECT current_database()")).isEqualTo(name);
        assertThat(ask(readers, "SELECT current_database()")).isEqualTo(name);
    }

    /** As after the promotion of another server: readers would go on reading from the former primary. */
    @Test
    void leaveAServerThatHasBecomeReadOnly() throws SQLException {
        var before = ask(readers, "SELECT pg_backend_pid()");

        assertThatThrownBy(() -> writeReadOnly(writers)).hasMessageContaining("read-only transaction");

        await().atMost(PATIENCE)
                .pollInSameThread() // which has entered the database
                .until(() -> !ask(readers, "SELECT pg_backend_pid()").equals(before));
    }

    private DataSource routed(HikariDataSource common, String name) {
        return (DataSource) pools.postProcessAfterInitialization(common, name);
    }

    private static void writeReadOnly(DataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE refused ()");
        }
    }

    private static String ask(DataSource pool, String question) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
