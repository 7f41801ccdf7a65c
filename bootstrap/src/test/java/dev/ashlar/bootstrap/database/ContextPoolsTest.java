// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ashlar.kernel.persistence.Connections;
import dev.ashlar.kernel.persistence.ContextDatabases;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Pools of a context with a separate database, as a transaction in it uses them. */
class ContextPoolsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String CONTEXT = "sync";
    private static final String ROLE = "ashlar_app";
    private static final String NAME = "SELECT current_database()";
    private static final String SESSION = "SELECT pg_backend_pid()";

    private static TestDatabase commonDatabase;
    private static TestDatabase ownDatabase;

    private final ContextDatabases databases = new ContextDatabases(Set.of(CONTEXT));
    private final ContextPools pools = ContextPools.of(settings(), 30, new SimpleMeterRegistry());
    private final Connections connections =
            new Connections(commonDatabase.application(), commonDatabase.readers(), null, databases, pools.all());
    private final DataSource writers =
            (DataSource) new WriterPool(() -> connections, commonDatabase::readers, databases)
                    .postProcessAfterInitialization(commonDatabase.application(), "dataSource");

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
        pools.close();
    }

    @Test
    void leadToTheDatabaseOfTheContext() throws SQLException {
        var name = nameOf(ownDatabase);

        assertThat(ask(writers.getConnection(), NAME)).isEqualTo(name);
        assertThat(ask(connections.toRead(), NAME)).isEqualTo(name);
    }

    @Test
    void leaveTransactionsOfOtherContextsToTheCommonDatabase() throws SQLException {
        TransactionSynchronizationManager.unbindResource(databases);
        TransactionSynchronizationManager.bindResource(databases, "");
        var name = nameOf(commonDatabase);

        assertThat(ask(writers.getConnection(), NAME)).isEqualTo(name);
        assertThat(ask(connections.toRead(), NAME)).isEqualTo(name);
    }

    /** As after the promotion of another server: readers would go on reading from the former primary. */
    @Test
    void leaveAServerThatHasBecomeReadOnly() throws SQLException {
        var before = ask(connections.toRead(), SESSION);

        assertThatThrownBy(() -> writeReadOnly(writers)).hasMessageContaining("read-only transaction");

        await().atMost(PATIENCE)
                .pollInSameThread() // which has entered the database
                .until(() -> !ask(connections.toRead(), SESSION).equals(before));
    }

    private static MockEnvironment settings() {
        int port = URI.create(ownDatabase.url().substring("jdbc:".length())).getPort();
        return new MockEnvironment()
                .withProperty(
                        "ashlar.contexts.sync.url",
                        "postgres://" + ROLE + ":" + ROLE + "@localhost:" + port + "/" + nameOf(ownDatabase))
                .withProperty("spring.datasource.hikari.pool-name", "ashlar");
    }

    private static String nameOf(TestDatabase database) {
        return database.psql().sql(NAME).query(String.class).single();
    }

    private static void writeReadOnly(DataSource pool) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            statement.execute("CREATE TABLE refused ()");
        }
    }

    private static String ask(Connection taken, String question) throws SQLException {
        try (var connection = taken;
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
